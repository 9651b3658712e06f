import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'

/** All tabs of this browser that show the same thing; a browser without channels has them each by itself. */
const channelOf = (place: string) =>
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`730 ${place}`)

/** Tells this person's other tabs that their vote is recorded, so that none of them asks for it again. */
export function tellOtherTabs(place: string, receipt: VoteReceipt): void {
  const channel = channelOf(place)
  channel?.postMessage(receipt)
  channel?.close()
}

/** @returns what ends the listening. */
export function hearOtherTabs(
  place: string,
  onTold: (receipt: VoteReceipt) => void,
): () => void {
  const channel = channelOf(place)
  channel?.addEventListener('message', ({ data }) => onTold(data as VoteReceipt))
  return () => channel?.close()
}
