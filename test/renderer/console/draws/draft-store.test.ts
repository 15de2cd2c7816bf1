import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftStore } from '../../../../renderer/console/draws/draft-store.ts'
import { newPlanForm, type PlanForm, planOf } from '../../../../renderer/console/draws/plan-form.ts'
import type { DrawPlan } from '../../../../shared/api/draw-plan.ts'

const proposal = { venue: '局三楼会议室', operator: '赵敏', witnessRole: '纪检监察人员' }
const id = '00000000-0000-4000-8000-000000000001'

/** A store over a core that keeps what it is given, until it is told to refuse. */
function desk() {
  const saved: { task: string; draft: string | null }[] = []
  const core = { refuses: false, wait: Promise.resolve() }
  const store = createDraftStore<PlanForm>({
    form: newPlanForm(proposal),
    draft: null,
    planOf,
    delay: 600,
    sentenceOf: () => '磁盘已满，草案没有保存。',
    async save(plan: DrawPlan, draft) {
      await core.wait
      if (core.refuses) throw new Error('DISK_FULL')
      saved.push({ task: plan.task.name, draft })
      return id
    },
  })
  return { store, saved, core }
}

describe('A draft', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is kept once, a moment after the last of many changes', async () => {
    const { store, saved } = desk()
    for (const taskName of ['物', '物业', '物业服务抽查']) store.getState().change({ taskName })
    expect(saved).toEqual([])
    await vi.advanceTimersByTimeAsync(600)
    expect(saved).toEqual([{ task: '物业服务抽查', draft: null }])
    expect(store.getState()).toMatchObject({ draft: id, kept: { state: 'saved' } })
    store.getState().change({ taskName: '物业服务抽查（二）' })
    await vi.advanceTimersByTimeAsync(600)
    expect(saved.at(-1)).toEqual({ task: '物业服务抽查（二）', draft: id })
  })

  it('is one draft also where it is changed while it is first being kept', async () => {
    const { store, saved, core } = desk()
    let go: () => void = () => undefined
    core.wait = new Promise((resolve) => {
      go = resolve
    })
    store.getState().change({ taskName: '一' })
    await vi.advanceTimersByTimeAsync(600)
    store.getState().change({ taskName: '二' })
    await vi.advanceTimersByTimeAsync(600)
    go()
    await vi.advanceTimersByTimeAsync(0)
    expect(saved).toEqual([
      { task: '一', draft: null },
      { task: '二', draft: id },
    ])
    expect(store.getState().kept).toEqual({ state: 'saved' })
  })

  it('keeps what was typed and says so where the core refuses, and tries again with the next change', async () => {
    const { store, saved, core } = desk()
    core.refuses = true
    store.getState().change({ taskName: '物业服务抽查' })
    await vi.advanceTimersByTimeAsync(600)
    expect(store.getState()).toMatchObject({
      form: { taskName: '物业服务抽查' },
      kept: { state: 'refused', sentence: '磁盘已满，草案没有保存。' },
    })
    expect(await store.getState().flush()).toBeNull()
    core.refuses = false
    expect(await store.getState().flush()).toBe(id)
    expect(saved).toEqual([{ task: '物业服务抽查', draft: null }])
  })

  it('sends nothing that is no plan, and leaves what was kept before', async () => {
    const { store, saved } = desk()
    store.getState().change({ taskName: '物业服务抽查' })
    await vi.advanceTimersByTimeAsync(600)
    store.getState().change({ teams: '' })
    await vi.advanceTimersByTimeAsync(600)
    expect(saved).toHaveLength(1)
    expect(store.getState().kept).toMatchObject({ state: 'not-a-plan' })
    expect(await store.getState().flush()).toBeNull()
  })
})
