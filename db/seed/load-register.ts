import Papa from 'papaparse'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { UNCHOSEN_POLICY } from '#app/domain/register/counting-policy.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { choosePolicy } from '#app/services/register/counting-policy.server.ts'
import { applyImport, startImport } from '#app/services/register/import-register.server.ts'
import { draftRoll } from '#app/services/register/make-roll.server.ts'
import { publishRoll } from '#app/services/register/publish-roll.server.ts'
import { xiangheRegister } from './register.ts'

/** The compound of the demo that keeps a register. */
const COMPOUND = 'xianghe'

/** Brings the register of 祥和里 in as its cadre would, and shows its roll to the owners. */
export async function loadRegister(services: Services, cadre: StaffViewer): Promise<void> {
  const importId = services.newId()
  const bytes = new TextEncoder().encode(Papa.unparse(xiangheRegister()))
  const file = { importId, compoundId: COMPOUND, fileName: '祥和里房屋名册.csv', bytes }
  held(await startImport(services, cadre, file))
  held(await applyImport(services, cadre, importId))
  const policy = { ...UNCHOSEN_POLICY, parking: 'exclude' as const }
  held(await choosePolicy(services, cadre, { compoundId: COMPOUND, revision: 0, policy }))
  const rollId = services.newId()
  const scope = { kind: 'compound' as const }
  const roll = { rollId, compoundId: COMPOUND, scope, title: '祥和里业主表决名册' }
  held(await draftRoll(services, cadre, roll))
  held(await publishRoll(services, cadre, rollId))
}

function held(result: { ok: true } | { ok: false; refusal: { code: string } }): void {
  if (!result.ok) throw new Error(`The demo's register: ${JSON.stringify(result.refusal)}`)
}
