import { useQuery } from '@tanstack/react-query'
import { Button, Radio, Select } from 'antd'
import { useState } from 'react'
import { columnOf, type RegisterName, registerColumns } from '../../../shared/registry/columns.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { ColumnMapping } from './header-mapping.tsx'
import type { ChosenHeader, HandedFile } from './import-calls.ts'

/** Columns of the beginning of a file that are shown. */
const columnsShown = 8

/** A file whose header was not found: a person points at it and says what its columns mean. */
export function HeaderPicker({
  register,
  file,
  onPicked,
  onAgain,
}: {
  readonly register: RegisterName
  readonly file: HandedFile
  readonly onPicked: (header: ChosenHeader) => void
  readonly onAgain: () => void
}) {
  const { core } = useApi()
  const [sheetName, setSheet] = useState<string | null>(null)
  const [line, setLine] = useState<number | null>(null)
  const head = useQuery({
    queryKey: ['import-head', register, file.upload],
    queryFn: ({ signal }) => core.imports.head({ register, upload: file.upload }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    meta: { fixed: true },
  })
  const sheets = head.data?.sheets ?? []
  const sheet = sheets.find(({ name }) => name === sheetName) ?? sheets.find(({ rows }) => rows.length > 0)
  const chosen = sheet?.rows.find((row) => row.line === line) ?? null
  const required = registerColumns[register].filter((column) => column.required === true)
  return (
    <Sheet title={`指定“${file.name}”的表头`} actions={<Button onClick={onAgain}>换一个文件</Button>}>
      <Problem error={head.error} retry={() => void head.refetch()} />
      <p className="quiet">
        点选表头所在的一行，再说明各列是什么。程序会记住，下次同样的表头不必再指定。
        {required.length > 0 ? `必须有的列：${required.map(({ title }) => title).join('、')}。` : ''}
      </p>
      {sheets.length > 1 ? (
        <Select
          className="answer"
          aria-label="工作表"
          value={sheet?.name ?? null}
          options={sheets.map(({ name }) => ({ value: name, label: `工作表“${name}”` }))}
          onChange={(name: string | null) => {
            setSheet(name)
            setLine(null)
          }}
        />
      ) : null}
      <div className="head-rows">
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">表头</th>
              <th scope="col" className="line-column">
                行
              </th>
              <th scope="col">内容</th>
            </tr>
          </thead>
          <tbody>
            {(sheet?.rows ?? []).map((row) => (
              <tr key={row.line} className={row.line === line ? 'chosen' : undefined}>
                <td>
                  <Radio
                    aria-label={`第${row.line}行是表头`}
                    checked={row.line === line}
                    onChange={() => setLine(row.line)}
                  />
                </td>
                <td className="line-column">{row.line}</td>
                <td>
                  {row.cells
                    .slice(0, columnsShown)
                    .map(({ text }) => text)
                    .join('　')}
                  {row.cells.length > columnsShown ? (
                    <span className="quiet">　等{row.cells.length}格</span>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {sheet === undefined || chosen === null ? null : (
        <>
          <h2 className="minor-head">第{chosen.line}行各列的意思</h2>
          <ColumnMapping
            key={`${sheet.name} ${chosen.line}`}
            register={register}
            columns={chosen.cells.map(({ letters, text }) => ({
              key: letters,
              letters,
              title: text,
              field: columnOf(register, text)?.field ?? null,
              note: '',
            }))}
            ok="按这样读取"
            isChangeNeeded={false}
            onMapped={() => onPicked({ sheet: sheet.name, line: chosen.line })}
          />
        </>
      )}
    </Sheet>
  )
}
