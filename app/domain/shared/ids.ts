/** A string that was checked once, where it entered, and is trusted since. */
export type Id<Name extends string> = string & { readonly __id: Name }

export type MeetingId = Id<'meeting'>
/** A seat at one meeting: the invitee's id. */
export type SeatId = Id<'seat'>
export type ItemId = Id<'item'>
export type BallotId = Id<'ballot'>
export type TaskId = Id<'task'>

export const ID_PATTERN = /^[A-Za-z0-9_-]{1,40}$/

/** A key that a page makes once per decision and keeps until it is answered, so that sent twice is once. */
export const KEY_PATTERN = /^[A-Za-z0-9_-]{8,64}$/
