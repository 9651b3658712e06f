import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { readConfig } from '#app/runtime/env.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import { serveLive } from '#tests/helpers/live-server.ts'
import type { Told } from './server-process.ts'

let clockMs = 0
let diesBeforeAnswer = false
const TrueDate = Date
// The one clock of the process and of every library in it, which can be set.
globalThis.Date = new Proxy(TrueDate, {
  construct: (target, args: unknown[]) =>
    Reflect.construct(target, args.length > 0 ? args : [target.now() + clockMs]) as Date,
  get: (target, name, receiver) =>
    name === 'now' ? () => target.now() + clockMs : Reflect.get(target, name, receiver),
})

// A process of its own: the live gateway on the database and the port it is given, until it is killed.
const services = await startServices(readConfig(process.env))
type Cast = typeof services.votes.cast
const castOrDie: Cast = async (vote) => {
  const answer = await services.votes.cast(vote)
  if (answer.ok && diesBeforeAnswer) process.kill(process.pid, 'SIGKILL')
  return answer
}
const votes =
  process.env['ACK_EARLY'] === undefined
    ? { ...services.votes, cast: castOrDie }
    : // What must never be done, to see that the checker finds it: answered first, written later.
      {
        ...services.votes,
        cast: (vote: Parameters<Cast>[0]) => {
          setTimeout(() => void services.votes.cast(vote), 200)
          return Promise.resolve({
            ok: true as const,
            value: {
              ballotId: vote.ballotId as never,
              receipt: 'EARL-Y0',
              castAt: 0,
              choice: vote.choice,
              version: 1,
              repeated: false,
            },
          })
        },
      }
await serveLive({ ...services, votes }, services.config.port)

process.on('message', (message: Told) => {
  if (message === 'die-before-answer') {
    diesBeforeAnswer = true
    return
  }
  if (message !== 'disk-full') {
    ;({ clockMs } = message)
    return
  }
  // The disk below the embedded database takes nothing more.
  const full = () => {
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), {
      code: 'ENOSPC',
      errno: -28,
    })
  }
  fs.writeSync = full
  fs.writeFileSync = full
  syncBuiltinESMExports()
})
process.send?.('ready')
