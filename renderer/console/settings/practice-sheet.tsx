import { useMutation } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { Settings } from '../../../shared/api/setting-contract.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'

/** Who operates, and where, as a new draw proposes it. */
export function PracticeSheet({ settings }: { readonly settings: Settings }) {
  const { query } = useApi()
  const { message } = App.useApp()
  const [operator, setOperator] = useState(settings.operator ?? '')
  const [venue, setVenue] = useState(settings.venue ?? '')
  const write = useMutation(
    query.settings.write.mutationOptions({ onSuccess: () => void message.success('已保存') }),
  )
  const words = (value: string): string | null => (value.trim() === '' ? null : value.trim())
  const same = words(operator) === settings.operator && words(venue) === settings.venue
  return (
    <Sheet title="操作人与地点">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          write.mutate({ operator: words(operator), venue: words(venue) })
        }}
      >
        <div className="form-line">
          <label htmlFor="operator">操作人</label>
          <div>
            <Input
              id="operator"
              value={operator}
              maxLength={50}
              placeholder="不填时用这台电脑的账户名"
              onChange={(event) => setOperator(event.target.value)}
            />
          </div>
        </div>
        <div className="form-line">
          <label htmlFor="venue">地点</label>
          <div>
            <Input
              id="venue"
              value={venue}
              maxLength={100}
              placeholder="新的摇号默认在这里举行"
              onChange={(event) => setVenue(event.target.value)}
            />
          </div>
        </div>
        <Problem error={write.error} />
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={write.isPending} disabled={same}>
            保存
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
