import { InboxOutlined } from '@ant-design/icons'
import { type DragEvent, useRef, useState } from 'react'

/** A place to drop a file on, or to choose one: reachable by keyboard like a button. */
export function FileDrop({
  accept,
  title,
  hint,
  onFile,
}: {
  /** endings of the files that the dialog offers, `.xlsx,.csv` */
  readonly accept: string
  readonly title: string
  readonly hint: string
  readonly onFile: (file: File) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) onFile(file)
  }
  return (
    <>
      <button
        type="button"
        className={over ? 'file-drop over' : 'file-drop'}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined aria-hidden />
        <strong>{title}</strong>
        <span>{hint}</span>
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        data-file
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </>
  )
}
