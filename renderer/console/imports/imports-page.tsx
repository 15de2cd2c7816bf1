import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Empty, Pagination, Tag } from 'antd'
import { useState } from 'react'
import type { RegisterName } from '../../../shared/registry/columns.ts'
import { useApi } from '../api.ts'
import { momentInWords } from '../parts/in-words.ts'
import { Page } from '../parts/page.tsx'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { registerPageWords } from '../registers/register-page-words.ts'
import { go } from '../route.ts'
import { useUndoImport } from './use-undo-import.ts'

const pageSize = 20

/** The imports of a register that were written, and how to take one back. */
export function ImportsPage({ register }: { readonly register: RegisterName }) {
  const { query } = useApi()
  const { title } = registerPageWords[register]
  const [page, setPage] = useState(1)
  const undo = useUndoImport()
  const imports = useQuery(
    query.imports.list.queryOptions({
      input: { register, limit: pageSize, offset: (page - 1) * pageSize },
      placeholderData: keepPreviousData,
    }),
  )
  const actions = (
    <>
      <Button onClick={() => go(`/${register}`)}>返回{title}</Button>
      {register === 'objects' || register === 'inspectors' ? (
        <Button onClick={() => go(`/${register}/duplicates`)}>疑似重复</Button>
      ) : null}
      <Button type="primary" onClick={() => go(`/${register}/import`)}>
        导入
      </Button>
    </>
  )
  return (
    <Page title={`${title}：导入记录`} actions={actions}>
      <Sheet>
        <Problem error={imports.error} retry={() => void imports.refetch()} />
        {imports.data?.total === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有导入过文件" />
        ) : (
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">时间</th>
                <th scope="col">文件</th>
                <th scope="col">操作人</th>
                <th scope="col" className="number-column">
                  新增
                </th>
                <th scope="col" className="number-column">
                  更新
                </th>
                <th scope="col">状态</th>
                <th scope="col">
                  <span className="unseen">操作</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {(imports.data?.rows ?? []).map((one) => (
                <tr key={one.id}>
                  <td className="moment">{momentInWords(one.at)}</td>
                  <td>{one.fileName}</td>
                  <td>{one.by}</td>
                  <td className="number-column">{one.added}</td>
                  <td className="number-column">{one.changed}</td>
                  <td>
                    {one.undone === null ? (
                      <Tag color="success">有效</Tag>
                    ) : (
                      <>
                        <Tag>已撤销</Tag>
                        <span className="quiet">
                          {momentInWords(one.undone.at)} {one.undone.by}：{one.undone.reason}
                        </span>
                      </>
                    )}
                  </td>
                  <td className="action-column">
                    {one.undone === null ? (
                      <Button size="small" danger onClick={() => undo(one.id, `导入“${one.fileName}”`)}>
                        撤销导入
                      </Button>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {(imports.data?.total ?? 0) > pageSize ? (
          <Pagination
            className="pages"
            current={page}
            pageSize={pageSize}
            total={imports.data?.total ?? 0}
            showSizeChanger={false}
            onChange={setPage}
          />
        ) : null}
      </Sheet>
    </Page>
  )
}
