import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../db/temporary-folder.ts'
import { codeOf, openDesk } from '../contract/desk.ts'
import { commit, planned, reach } from '../contract/sessions.ts'
import { freeze, giveDigits, hold, openSample, operator, refusalOf, showAndConfirm } from '../sample-core.ts'
import { eachPlan, matchPlan, objectsOnlyPlan, replaceInspectorPlan } from '../sample-registers.ts'

describe('a sealed outcome that has not been shown in full', () => {
  it('is not told by the lists of a match', async () => {
    const { connect } = openDesk('port')
    const { client } = await connect()
    const number = await reach(client, 'drawn', objectsOnlyPlan())
    expect(await codeOf(client.draws.preview({ plan: planned(matchPlan(number)) }))).toBe('DRAW_NOT_STANDING')
    expect(await codeOf(commit(client, matchPlan(number)))).toBe('DRAW_NOT_STANDING')
    const { steps } = (await client.draws.read({ number })) as { readonly steps: number }
    await client.draws.reveal({ number, upTo: steps })
    const match = await commit(client, matchPlan(number))
    expect(await client.draws.freeze({ number: match.number })).toMatchObject({ state: 'frozen' })
  })

  it('is not told by forms and packages', async () => {
    const { connect } = openDesk('port')
    const { client } = await connect()
    const number = await reach(client, 'drawn')
    const folder = temporaryFolder()
    const { documents } = client
    for (const call of [
      documents.prepareForms({ number }),
      documents.preparePackage({ number }),
      documents.writeForms({ number, folder }),
      documents.writePackage({ number, folder }),
    ])
      expect(await codeOf(call)).toBe('NOT_DRAWN_YET')
    expect(await documents.list({ number })).toEqual([])
  })

  it('is not told by the forms of what it replaces', async () => {
    const { core } = openSample()
    const drawn = hold(core, eachPlan())
    const inspector = core.draws.inForce(drawn.number).objects[0]?.inspectors[0]?.id ?? ''
    const { number } = freeze(core, replaceInspectorPlan(drawn.number, inspector))
    giveDigits(core, number)
    await expect(core.documents.prepareForms(operator, drawn.number)).rejects.toMatchObject({
      refusal: { code: 'NOT_DRAWN_YET' },
    })
    expect(
      refusalOf(() => core.draws.preview(operator, replaceInspectorPlan(drawn.number, inspector))).code,
    ).toBe('DRAW_NOT_STANDING')
    showAndConfirm(core, number)
    expect((await core.documents.prepareForms(operator, drawn.number)).documents).not.toEqual([])
  })
})
