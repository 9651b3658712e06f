import { signElectorLink } from '#app/services/owners-votes/elector-link.server.ts'
import type { RequestContext } from './request-context.server.ts'

/** A line of the roll as lists, slips and papers say it, and the elector’s own way to vote. */
export function electorOnPaper(
  { services, origin }: RequestContext,
  { code, linkVersion }: { code: string; linkVersion: number },
  { electorId, names, doors }: { electorId: string; names: string[]; doors: string[] },
): { electorId: string; names: string; doors: string; link: string } {
  const token = signElectorLink(services.config.sessionSecret, {
    code,
    electorId,
    version: linkVersion,
  })
  return {
    electorId,
    names: names.join('、'),
    doors: doors.join('、'),
    link: `${origin}/o/${token}`,
  }
}
