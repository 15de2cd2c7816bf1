import { useMutation } from '@tanstack/react-query'
import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import { officeSchema } from '../../../shared/api/draw-plan.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'
import { go } from '../route.ts'

/** The office (单位): its name can be mended, its code is set once for ever. */
export function OfficeSheet({
  office,
}: {
  readonly office: { readonly code: string; readonly name: string } | null
}) {
  const { query } = useApi()
  const { message, modal } = App.useApp()
  const [name, setName] = useState(office?.name ?? '')
  const [code, setCode] = useState(office?.code ?? '')
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const set = useMutation(
    query.office.set.mutationOptions({
      onSuccess: () => {
        void message.success('已保存')
        if (office === null) go('/')
      },
    }),
  )
  const save = (): void => {
    const parsed = officeSchema.safeParse({ name: name.trim(), code: code.trim() })
    if (!parsed.success) {
      setProblems(
        Object.fromEntries(
          parsed.error.issues.map(({ path, message: sentence }) => [
            String(path[0]),
            (path[0] === 'name' ? name : code).trim() === '' ? '请填写' : sentence,
          ]),
        ),
      )
      return
    }
    setProblems({})
    if (office !== null) {
      set.mutate(parsed.data)
      return
    }
    modal.confirm({
      title: `单位代码定为 ${parsed.data.code}`,
      content: '单位代码写进以后的每一个摇号编号和名录序号，保存以后不能更改。',
      okText: '确定，保存',
      cancelText: '再想一想',
      onOk: () => set.mutate(parsed.data),
    })
  }
  return (
    <Sheet title="单位与代码">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className="form-line">
          <label htmlFor="office-name">单位名称</label>
          <div>
            <Input
              id="office-name"
              value={name}
              placeholder="与印章一致的全称"
              status={problems.name === undefined ? '' : 'error'}
              onChange={(event) => setName(event.target.value)}
            />
            {problems.name === undefined ? null : <p className="field-problem">{problems.name}</p>}
          </div>
        </div>
        <div className="form-line">
          <label htmlFor="office-code">单位代码</label>
          <div>
            {office === null ? (
              <>
                <Input
                  id="office-code"
                  className="short"
                  value={code}
                  placeholder="如 YL01"
                  status={problems.code === undefined ? '' : 'error'}
                  onChange={(event) => setCode(event.target.value)}
                />
                <p className={problems.code === undefined ? 'quiet' : 'field-problem'}>
                  {problems.code ?? '摇号编号形如 YL01-2026-0001。由字母、数字、点或下划线组成，不超过16位。'}
                </p>
              </>
            ) : (
              <p className="fixed" id="office-code">
                <span className="code">{office.code}</span>
                <span className="quiet">已经固定，不能更改：每一个摇号编号都以它开头。</span>
              </p>
            )}
          </div>
        </div>
        <Problem error={set.error} />
        {office === null ? (
          <Alert
            className="problem"
            type="warning"
            showIcon
            title="单位代码保存以后不能更改，请与办公室确认后再填。"
          />
        ) : null}
        <div className="form-buttons">
          <Button
            type="primary"
            htmlType="submit"
            loading={set.isPending}
            disabled={office !== null && name.trim() === office.name}
          >
            保存单位
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
