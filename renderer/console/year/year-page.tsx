import './year.css'
import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button, Select, Skeleton } from 'antd'
import { useCallback, useState } from 'react'
import { yearNotes } from '../../../shared/forms/year-overview.ts'
import type { YearAsk } from '../../../shared/forms/year-rows.ts'
import { useApi } from '../api.ts'
import { downloadBytes } from '../draws/open-document.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { refusalSentence } from '../refusal-sentence.ts'
import { ChainStrip } from './chain-strip.tsx'
import { CoverageSheets } from './coverage-sheets.tsx'
import { MonthTable } from './month-table.tsx'
import { DepartmentTable, RegionTable } from './place-tables.tsx'
import { RowsDrawer } from './rows-drawer.tsx'
import { LookDownContext, type RowsView } from './rows-view.ts'

/** 年度总览: what the year has planned, drawn and visited, each figure with a way down to its rows. */
export function YearPage() {
  const { query } = useApi()
  const { message } = App.useApp()
  const [year, setYear] = useState(() => new Date().getFullYear())
  const [views, setViews] = useState<readonly RowsView[]>([])
  const years = useQuery(query.year.years.queryOptions({ input: {} }))
  const figures = useQuery(
    query.year.read.queryOptions({ input: { year }, placeholderData: (before) => before }),
  )
  const print = useMutation({
    // Nothing is filed: a page asks for nothing anew.
    mutationKey: [['year', 'verify']],
    mutationFn: () => query.year.print.call({ year }),
    onSuccess: ({ name, type, data }) => {
      downloadBytes(name, type, data)
      void message.success(`已生成“${name}”，在浏览器的下载位置`)
    },
    onError: (error) => void message.error(refusalSentence(error)),
  })
  const lookDown = useCallback(
    (title: string, ask: YearAsk): void => setViews([{ of: 'rows', title, ask }]),
    [],
  )
  const offered = [...new Set([year, ...(years.data ?? [])])].sort((a, b) => b - a)
  const actions = (
    <>
      <Select
        aria-label="年度"
        className="year-choice"
        value={year}
        options={offered.map((one) => ({ value: one, label: `${one}年度` }))}
        onChange={setYear}
      />
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        打印本页
      </Button>
      <Button icon={<FilePdfOutlined aria-hidden />} loading={print.isPending} onClick={() => print.mutate()}>
        生成A4文件
      </Button>
    </>
  )
  return (
    <LookDownContext value={lookDown}>
      <Page
        title="年度总览"
        note={
          figures.data === undefined
            ? undefined
            : `${figures.data.year}年度，统计到${figures.data.on}。点数字看明细。`
        }
        actions={actions}
      >
        <Problem error={figures.error ?? years.error} retry={() => void figures.refetch()} />
        {figures.data === undefined ? (
          figures.error === null ? (
            <Skeleton active />
          ) : null
        ) : (
          <div className="year" aria-busy={figures.isPlaceholderData}>
            <ChainStrip figures={figures.data} />
            <MonthTable figures={figures.data} />
            <CoverageSheets figures={figures.data} />
            <DepartmentTable figures={figures.data} />
            <RegionTable figures={figures.data} />
            <p className="quiet">{yearNotes.draws}</p>
          </div>
        )}
        <RowsDrawer year={year} views={views} onChange={setViews} />
      </Page>
    </LookDownContext>
  )
}
