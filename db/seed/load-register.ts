import Papa from 'papaparse'
import type { StaffViewer } from '#app/domain/permissions/viewer.ts'
import { UNCHOSEN_POLICY } from '#app/domain/register/counting-policy.ts'
import type { Services } from '#app/runtime/services.server.ts'
import { choosePolicy } from '#app/services/register/counting-policy.server.ts'
import { applyImport, startImport } from '#app/services/register/import-register.server.ts'
import { draftRoll } from '#app/services/register/make-roll.server.ts'
import { publishRoll } from '#app/services/register/publish-roll.server.ts'
import { held } from './must.ts'

/** Brings a compound's register in as its cadre would, and shows its roll to the owners. */
export async function loadRegister(
  services: Services,
  cadre: StaffViewer,
  { compoundId, name, table }: { compoundId: string; name: string; table: string[][] },
): Promise<{ rollId: string }> {
  const importId = services.newId()
  const bytes = new TextEncoder().encode(Papa.unparse(table))
  const file = { importId, compoundId, fileName: `${name}房屋名册.csv`, bytes }
  held(await startImport(services, cadre, file))
  held(await applyImport(services, cadre, importId))
  const policy = { ...UNCHOSEN_POLICY, parking: 'exclude' as const }
  held(await choosePolicy(services, cadre, { compoundId, revision: 0, policy }))
  const rollId = services.newId()
  const scope = { kind: 'compound' as const }
  held(
    await draftRoll(services, cadre, {
      ...{ rollId, compoundId, scope },
      title: `${name}业主表决名册`,
    }),
  )
  held(await publishRoll(services, cadre, rollId))
  return { rollId }
}
