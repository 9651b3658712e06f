import { asc, eq } from 'drizzle-orm'
import writeExcelFile from 'write-excel-file/node'
import { can } from '#app/domain/permissions/can.ts'
import type { Viewer } from '#app/domain/permissions/viewer.ts'
import { doorOf } from '#app/domain/register/register-unit.ts'
import { suspends } from '#app/domain/owners-vote/suspension.ts'
import { formatArea } from '#app/domain/voting/area.ts'
import { citation } from '#app/domain/voting/citation.ts'
import { countsArea } from '#app/domain/voting/rule.ts'
import { suspendedElectors } from '#app/services/register/suspend-elector.server.ts'
import type { Database } from '#db/database.ts'
import { rollElectors } from '#db/schema/register.ts'
import { loadVote } from './owners-vote-rows.server.ts'

/**
 * The item and the frozen roll as a workbook, for a city whose own system holds the vote: one sheet
 * each. Null where there is no frozen roll, or it is not theirs. In Chinese, as that system is.
 */
export async function exportForOfficial(
  db: Database,
  viewer: Viewer,
  voteId: string,
): Promise<{ code: string; file: Uint8Array } | null> {
  const loaded = await loadVote(db, voteId)
  if (loaded?.roll?.state !== 'frozen' || !can(viewer, 'run-owners-vote', loaded.row))
    return null
  const { row, roll } = loaded
  const suspended = suspends(row.profile) ? await suspendedElectors(db, roll.id) : new Set()
  const electors = await db
    .select()
    .from(rollElectors)
    .where(eq(rollElectors.rollId, roll.id))
    .orderBy(asc(rollElectors.position))
  const { legalBasis } = row.profile
  const item = [
    ['表决编号', row.code],
    ['表决事项', row.title],
    ['方案内容', row.proposal],
    ['民法典第二百七十八条第一款', row.art278Item === null ? '' : `第（${row.art278Item}）项`],
    ['表决规则', row.profile.name?.zh ?? ''],
    ['法律依据', citation(legalBasis)],
    ['投票期', `${row.opensOn} 至 ${row.closesOn}`],
    ['选项', row.question.options.map(({ text }) => text).join('；') || '赞成；反对；弃权'],
    ['总人数', String(roll.totalHeads)],
    ['总面积（平方米）', formatArea(roll.totalArea)],
    ['名册 SHA-256', roll.hash ?? ''],
  ]
  // Text stays text: no spreadsheet runs it, and 0001 keeps its zeros.
  const text = (value: string) => ({ value, type: String })
  const lines = electors.map(({ electorId, owners, units, heads, area, developer }) => [
    text(electorId),
    text(developer ? '建设单位' : owners.map(({ name }) => name).join('、')),
    text(units.map(doorOf).join('、')),
    { value: countsArea(row.profile.rule) ? heads : 1, type: Number },
    { value: Number(formatArea(area)), type: Number, format: '0.00' },
    ...(suspended.size > 0 ? [text(suspended.has(electorId) ? '是' : '')] : []),
  ])
  const columns = ['票号', '业主', '房号', '人数', '面积（平方米）']
  const head = [...columns, ...(suspended.size > 0 ? ['暂停表决'] : [])].map((value) => ({
    value,
    fontWeight: 'bold' as const,
  }))
  const file = await writeExcelFile([
    { sheet: '事项', data: item.map(([name = '', value = '']) => [text(name), text(value)]) },
    { sheet: '名册', data: [head, ...lines], stickyRowsCount: 1 },
  ]).toBuffer()
  return { code: row.code, file: new Uint8Array(file) }
}
