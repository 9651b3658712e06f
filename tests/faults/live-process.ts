import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { readConfig } from '#app/runtime/env.server.ts'
import { startServices } from '#app/runtime/start-services.server.ts'
import { serveLive } from '#tests/helpers/live-server.ts'

// A process of its own: the live gateway on the database and the port it is given, until it is killed.
const services = await startServices(readConfig(process.env))
const votes =
  process.env['ACK_EARLY'] === undefined
    ? services.votes
    : // What must never be done, to see that the checker finds it: answered first, written later.
      {
        ...services.votes,
        cast: (vote: Parameters<typeof services.votes.cast>[0]) => {
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

process.on('message', (message) => {
  if (message !== 'disk-full') return
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
