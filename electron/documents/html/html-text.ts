import type { FormText, TextPiece } from '../../../shared/forms/form-model.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text that stands for itself in HTML, between tags and in quoted attributes; half a character is replaced. */
export function escapeText(text: string): string {
  return text.toWellFormed().replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

/** Text with its line feeds as breaks. */
function broken(text: string): string {
  return escapeText(text).replaceAll('\n', '<br>')
}

/** A form text as HTML: strong words, codes in groups that are copied without the gaps between them. */
export function textHtml(text: FormText): string {
  return typeof text === 'string' ? broken(text) : text.map(pieceHtml).join('')
}

function pieceHtml({ text, style, group }: TextPiece): string {
  if (style === 'strong') return `<strong>${broken(text)}</strong>`
  if (style !== 'code') return broken(text)
  const size = group ?? text.length
  const groups: string[] = []
  for (let at = 0; at < text.length; at += size) groups.push(text.slice(at, at + size))
  return `<code>${groups.map((part) => `<span>${escapeText(part)}</span>`).join('')}</code>`
}
