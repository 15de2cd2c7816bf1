import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { Settings } from '../../../shared/api/setting-contract.ts'
import { type Preset, presetNames, presets } from '../../../shared/rules/preset.ts'
import { useApi } from '../api.ts'
import { Problem } from '../parts/problem.tsx'
import { Sheet } from '../parts/sheet.tsx'

/** What the office works by (执行细则), who operates, and where. */
export function PracticeSheet({ settings }: { readonly settings: Settings }) {
  const { query } = useApi()
  const { message } = App.useApp()
  const [preset, setPreset] = useState(settings.preset)
  const [operator, setOperator] = useState(settings.operator ?? '')
  const [venue, setVenue] = useState(settings.venue ?? '')
  const write = useMutation(
    query.settings.write.mutationOptions({ onSuccess: () => void message.success('已保存') }),
  )
  const words = (value: string): string | null => (value.trim() === '' ? null : value.trim())
  const same =
    preset === settings.preset && words(operator) === settings.operator && words(venue) === settings.venue
  const chosen: Preset = presets[preset]
  return (
    <Sheet title="执行细则、操作人与地点">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          write.mutate({ preset, operator: words(operator), venue: words(venue) })
        }}
      >
        <div className="form-line">
          <label htmlFor="preset">执行细则</label>
          <div>
            <Select
              id="preset"
              value={preset}
              options={presetNames.map((name) => ({ value: name, label: presets[name].title }))}
              onChange={setPreset}
            />
            <p className="quiet">
              现场见证：{chosen.witnessRoles.join('、')}。
              {chosen.clause === null
                ? '细则没有写明由谁到场，按通行做法请纪检监察人员到场。'
                : `依据：${chosen.clause}。`}
            </p>
          </div>
        </div>
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
