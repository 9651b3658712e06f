import type { Params } from '@remix-run/react'
import { ID_PATTERN, type Id } from '#app/domain/shared/ids.ts'
import { notFound } from './responses.server.ts'

/** The names of ids that an address may carry. */
type IdParam = {
  meetingId: 'meeting'
  seatId: 'seat'
  itemId: 'item'
  ballotId: 'ballot'
  personId: 'person'
  matterId: 'matter'
  taskId: 'task'
  communityId: 'community'
  compoundId: 'compound'
}

/**
 * An id from the address, checked and branded: `idFrom(params, 'meetingId')`.
 *
 * @throws 404 when it cannot be an id, as for one that does not exist.
 */
export function idFrom<Name extends keyof IdParam>(
  params: Params,
  name: Name,
): Id<IdParam[Name]> {
  return idOf<IdParam[Name]>(params[name])
}

/** Any other part of the address that is an id, such as a resolution's. */
export function idOf<Name extends string>(text: string | undefined): Id<Name> {
  if (text === undefined || !ID_PATTERN.test(text)) throw notFound()
  return text as Id<Name>
}

/**
 * Which page of a list the address asks for, counted from 1.
 *
 * @param list - what names its page, where there is more than one list.
 */
export function pageOf(search: URLSearchParams, list = 'page'): number {
  const asked = Number(search.get(list))
  return Number.isInteger(asked) && asked >= 1 && asked <= 10_000 ? asked : 1
}
