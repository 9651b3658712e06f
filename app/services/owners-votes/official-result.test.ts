import { unzipSync } from 'fflate'
import { expect } from 'vitest'
import { readRegisterFile } from '#app/services/register/read-register-file.server.ts'
import { LIN, WU, XU } from '#tests/helpers/matter-setting.ts'
import { recountFile } from '#app/domain/voting/recount-file.ts'
import { writeBallotRecord } from '#app/domain/voting/write-ballot-record.ts'
import { getBallotRecord } from '#app/services/voting/get-ballot-record.server.ts'
import { announceOwnersVote, freezeRoll, mustStep } from '#tests/helpers/owners-vote-setting.ts'
import { describeEachDatabase } from '#tests/helpers/test-database.ts'
import { exportForOfficial } from './export-for-official.server.ts'
import { getOwnersVote } from './get-owners-vote.server.ts'
import { getPublicVote } from './get-public-vote.server.ts'
import { getOfficialEvidence, importOfficialResult } from './import-official-result.server.ts'

const PDF = new TextEncoder().encode('%PDF-1.7 结果单')
const SUMS = {
  yes: { heads: '7', area: '560' },
  no: { heads: '2', area: '160.00' },
  abstain: { heads: '0', area: '0' },
}
const TOLD = {
  system: '市智慧物业平台',
  reference: 'QZ-2026-0117',
  sums: SUMS,
  evidence: { name: '结果单.pdf', bytes: PDF },
}

describeEachDatabase('the city’s own voting system', (test) => {
  const twelve = Array.from({ length: 12 }, () => ({ area: 8000n }))

  test('[W18] item and roll go out, the sums come in with their document, and are judged here', async ({
    services,
    db,
    clock,
  }) => {
    await freezeRoll(services, twelve)
    const voteId = await announceOwnersVote(services)
    const out = await exportForOfficial(db, LIN, voteId)
    const file = out?.file ?? new Uint8Array()
    expect(await readRegisterFile(file)).toMatchObject({
      value: {
        name: '名册',
        rows: { 1: { cells: ['0001', '王0001', '5幢1单元0001', '1', '80'] } },
      },
    })
    const texts = Object.values(unzipSync(file)).map((part) => new TextDecoder().decode(part))
    expect(texts.join()).toContain('每平方米筹集 20 元')
    expect(await exportForOfficial(db, WU, voteId)).toBeNull()

    const bring = (change: object = {}, viewer = LIN) =>
      importOfficialResult(services, viewer, { voteId, ...TOLD, ...change })
    expect(await bring()).toMatchObject({ refusal: { code: 'still-open' } })
    clock.set('2026-12-21T01:00:00Z')
    const sums = (change: object) => ({ sums: { ...SUMS, ...change } })
    const refusals: [change: object, code: string][] = [
      [{ system: ' ' }, 'official-source-missing'],
      [sums({ yes: { heads: '7.5', area: '560' } }), 'official-figure'],
      [sums({ yes: { heads: '7', area: '560.001' } }), 'official-figure'],
      [sums({ abstain: { heads: '0', area: '80' } }), 'official-figure'],
      [sums({ no: { heads: '6', area: '160' } }), 'official-over-roll'],
      [sums({ no: { heads: '2', area: '400.01' } }), 'official-over-roll'],
      [{ evidence: null }, 'evidence-missing'],
      [{ evidence: { name: '大.pdf', bytes: null } }, 'evidence-too-large'],
      [{ evidence: { name: '结果.pdf', bytes: new Uint8Array([1, 2]) } }, 'evidence-kind'],
    ]
    for (const [change, code] of refusals) {
      expect(await bring(change)).toMatchObject({ refusal: { code } })
    }
    expect(await bring({}, { ...XU, role: 'recorder' })).toMatchObject({
      refusal: { code: 'no-such-vote' },
    })
    expect(await bring()).toEqual({ ok: true, value: null })
    expect(await bring()).toMatchObject({ refusal: { code: 'wrong-state' } })

    expect(await getPublicVote(db, voteId)).toMatchObject({ result: null, official: null })
    expect(await getBallotRecord(services, voteId)).toBeNull()
    await mustStep(services, voteId, { type: 'publish' })
    // 7 of 9 say yes: three quarters of both. 560 of 720 m².
    const published = await getPublicVote(db, voteId)
    expect(published).toMatchObject({
      label: 'resolution',
      official: {
        system: '市智慧物业平台',
        reference: 'QZ-2026-0117',
        counts: { participating: { heads: 9, area: '720.00' } },
        evidence: {
          fileName: '结果单.pdf',
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        },
      },
      result: { verdict: { quorumMet: true, passed: true }, ballotId: null },
      receipts: { listed: [], sought: null, total: 0 },
    })
    expect((await getOwnersVote(services, LIN, voteId))?.label).toBe('resolution')
    const source = await getBallotRecord(services, voteId)
    if (!source) throw new Error('There is no record')
    const recounted = recountFile([...writeBallotRecord(source)].join(''))
    expect(recounted).toMatchObject({
      ok: true,
      value: { recount: { difference: null, about: { label: 'resolution', lines: 'sums' } } },
    })
    expect(recounted.ok && recounted.value.recount.verdict).toEqual(published?.result?.verdict)
    expect(source.about?.vote?.official).toEqual({
      ...{ system: '市智慧物业平台', reference: 'QZ-2026-0117' },
      evidence: published?.official?.evidence.sha256,
    })
    const kept = await getOfficialEvidence(db, LIN, voteId)
    expect(new Uint8Array(kept?.content ?? [])).toEqual(PDF)
    expect(kept?.mediaType).toBe('application/pdf')
    expect(await getOfficialEvidence(db, WU, voteId)).toBeNull()
  })

  test('[W18] what the law asks before a vote it asks of that one too', async ({
    services,
    clock,
  }) => {
    await freezeRoll(services, twelve)
    const voteId = await announceOwnersVote(services, { noticeOn: null })
    clock.set('2026-12-21T01:00:00Z')
    expect(await importOfficialResult(services, LIN, { voteId, ...TOLD })).toMatchObject({
      refusal: { code: 'not-ready', missing: ['notice', 'notice-served'] },
    })
  })
})
