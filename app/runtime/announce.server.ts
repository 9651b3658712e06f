import { networkInterfaces } from 'node:os'
import qrcode from 'qrcode'
import { isLoopback } from '#app/http/demo-access.server.ts'

/** Tells whoever started us where to go and who to be. */
export async function announce({
  host,
  port,
  publicOrigin,
  kind,
  demo,
  demoCode,
  firstCode,
}: {
  host: string
  port: number
  publicOrigin: string | undefined
  kind: 'postgres' | 'pglite'
  demo: boolean
  demoCode: string | undefined
  /** To set the place up with, while nobody has an account. */
  firstCode: string | undefined
}): Promise<void> {
  const here = `http://${isLoopback(host) && host.includes(':') ? `[${host}]` : isEverywhere(host) ? '127.0.0.1' : host}:${port}`
  const lines = ['', `  730议事厅 730 Council   ${publicOrigin ?? here}`]
  if (demo) {
    lines.push(
      '',
      `  演示：打开 ${here}/personas ，挑一个人进去：主持人、居民、物业……`,
      `  Demo: open ${here}/personas and choose who to be.`,
    )
  }
  if (firstCode) {
    const setup = `${publicOrigin ?? here}/setup`
    lines.push(
      '',
      `  第一次使用：打开 ${setup} ，口令 ${firstCode}`,
      `  First use: open ${setup} and type the code ${firstCode}`,
    )
  }
  if (kind === 'pglite') {
    lines.push(
      '',
      '  数据在内嵌数据库里，适合试用：断电可能丢最后几票，不开有约束力的表决。',
      '  Embedded database, for trying out: a power cut can lose the last votes; no binding ballots.',
    )
  }
  const reachable = isLoopback(host) ? undefined : (publicOrigin ?? networkAddress(host, port))
  if (reachable) {
    lines.push('', `  手机在同一个网络里打开 On phones in the same network: ${reachable}`)
    if (demoCode) lines.push(`  进场口令 Code to type: ${demoCode}`)
    lines.push('', await qrcode.toString(reachable, { type: 'terminal', small: true }))
  }
  process.stdout.write(`${lines.join('\n')}\n\n`)
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

/** The first address of this machine that a phone beside it can reach. */
function networkAddress(host: string, port: number): string {
  if (!isEverywhere(host)) return `http://${host}:${port}`
  const address = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
  return `http://${address ?? host}:${port}`
}
