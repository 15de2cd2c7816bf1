import { describe, expect, it } from 'vitest'
import { handOver } from '../papers/handed-over.ts'
import { openSample, operator, refusalOf, SteppingClock } from '../sample-core.ts'

const dueKinds = (core: ReturnType<typeof openSample>['core']) => core.due().due.map(({ what }) => what)

describe('The revision of the registers', () => {
  it('is due from the first day of June and of December until it is recorded (S1 第六条)', () => {
    const clock = new SteppingClock()
    const { core } = openSample({ clock })
    core.writeSettings(operator, { preset: 'zhangping' })
    // What was first entered in November had nothing to revise in June.
    expect(dueKinds(core)).not.toContain('revision-due')
    clock.set('2026-12-01T08:00:00+08:00')
    expect(core.due().due.find(({ what }) => what === 'revision-due')?.sentence).toBe(
      '检查对象名录库2026年12月的修订还没有登记（漳平细则第六条）。请核对变动后登记。',
    )
    clock.set('2027-02-01T08:00:00+08:00')
    expect(dueKinds(core)).toContain('revision-due')
    core.registerWork.revisions.confirm(operator, {
      register: 'objects',
      period: '2026-12',
      note: null,
      scan: null,
    })
    expect(dueKinds(core)).not.toContain('revision-due')
    clock.set('2027-06-01T08:00:00+08:00')
    expect(dueKinds(core)).toContain('revision-due')
  })

  it('is due nowhere where the rule in force wants the registers kept up at any time', () => {
    const clock = new SteppingClock()
    const { core } = openSample({ clock })
    core.writeSettings(operator, { preset: 'changde' })
    clock.set('2026-12-01T08:00:00+08:00')
    expect(dueKinds(core)).not.toContain('revision-due')
    expect(core.registerWork.revisions.read()).toMatchObject({ months: [], clause: '常德细则第七条' })
  })

  it('keeps what had changed since the last one, its note and its proof, and is recorded once', () => {
    const clock = new SteppingClock()
    const { core } = openSample({ clock })
    const { revisions } = core.registerWork
    clock.set('2026-12-05T09:00:00+08:00')
    const order = { register: 'objects', period: '2026-12', note: '逐户核对', scan: null } as const
    const first = revisions.confirm(operator, { ...order, scan: handOver(core, '佐证.png') })
    expect(first).toMatchObject({ counts: { added: 16, changed: 0, retired: 0 }, rows: 16, note: '逐户核对' })
    const proof = revisions.proof(first.proof?.id ?? '')
    expect(proof.name).toBe('检查对象名录库2026-12修订佐证.png')
    expect(refusalOf(() => revisions.confirm(operator, order)).code).toBe('REVISION_DONE')
    expect(refusalOf(() => revisions.proof('none')).code).toBe('DOCUMENT_UNKNOWN')

    clock.set('2027-06-02T09:00:00+08:00')
    const [one, two] = core.database.objects.current()
    if (one === undefined || two === undefined) throw new Error('no objects')
    core.registers.change(operator, 'objects', one.serial, { ...one.row, region: '青坪乡' })
    core.registers.retire(operator, 'objects', two.serial, '注销')
    const since = revisions.read().registers.find(({ register }) => register === 'objects')
    expect(since).toMatchObject({
      period: '2027-06',
      due: true,
      counts: { added: 0, changed: 1, retired: 1 },
    })
    revisions.confirm(operator, { ...order, period: '2027-06' })
    expect(revisions.read().done.map(({ period, rows }) => [period, rows])).toEqual([
      ['2027-06', 15],
      ['2026-12', 16],
    ])
    expect([...core.database.ledger.entries()].at(-1)?.entry.event).toBe('register.revised')
  })

  it('is recorded for the period that has begun, not for another', () => {
    const { core } = openSample()
    const order = { register: 'items', period: '2026-12', note: null, scan: null } as const
    expect(refusalOf(() => core.registerWork.revisions.confirm(operator, order)).message).toContain(
      '现在可以登记的是2026-06的修订',
    )
  })
})
