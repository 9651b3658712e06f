import type { Side } from '#app/domain/organisation/side.ts'
import { maskName } from './mask.ts'

/** Who sits here for an office is known by it; everybody else by their surname. */
const IN_OFFICE: ReadonlySet<Side> = new Set(['property', 'owners', 'committees', 'police'])

/** 安和物业项目经理 for who sits there as that, 许** for a resident: how somebody is called in public. */
export function publishedName({
  name,
  side,
  title,
}: {
  name: string
  side: Side | null
  title: string | null
}): string {
  return side && title && IN_OFFICE.has(side) ? title : maskName(name)
}
