import type { CountingPolicy } from '#app/domain/register/register.ts'

type Channel = Pick<CountingPolicy, 'electronicChannel'>

/** Whether owners may vote on their phones here. Where the authority's system alone may ask them, only papers come in. */
export function takesPhoneVotes({ electronicChannel }: Channel): boolean {
  return electronicChannel !== 'official'
}

/** Whether what another system counted is taken over. */
export function takesOfficialResult({ electronicChannel }: Channel): boolean {
  return electronicChannel !== 'app'
}
