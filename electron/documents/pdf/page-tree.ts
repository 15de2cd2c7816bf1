import type PDFDocument from 'pdfkit'

type Pdf = InstanceType<typeof PDFDocument>

/** A node of a document's page tree (ISO 32000-1, 7.7.3.2). */
interface Node {
  readonly data: { Kids: unknown[]; Count: number }
  end(): void
}

/** What of pdfkit's document its types leave out. */
interface Inside {
  readonly _root: { readonly data: { Pages: Node } }
  ref(data: object): Node
}

/**
 * Keeps a node of the page tree from holding more pages than PDF/A-1 lets a list have (8,191, ISO 19005-1 6.1.12):
 * pdfkit puts all into one. Further pages go into nodes below the first.
 */
export class PageTree {
  readonly #pdf: Inside
  readonly #top: Node
  readonly #most: number

  /** @param most pages of a node */
  constructor(pdf: Pdf, most = 4000) {
    this.#pdf = pdf as unknown as Inside
    this.#top = this.#pdf._root.data.Pages
    this.#most = most
  }

  /** Makes room for one more page. */
  grow(): void {
    const node = this.#pdf._root.data.Pages
    if (node.data.Count < this.#most) return
    this.#close(node)
    const next = this.#pdf.ref({ Type: 'Pages', Parent: this.#top, Kids: [], Count: 0 })
    this.#top.data.Kids.push(next)
    this.#pdf._root.data.Pages = next
  }

  /** Puts the top of the tree back, with all pages counted. */
  end(): void {
    this.#close(this.#pdf._root.data.Pages)
    this.#pdf._root.data.Pages = this.#top
  }

  #close(node: Node): void {
    if (node === this.#top) return
    this.#top.data.Count += node.data.Count
    node.end()
  }
}
