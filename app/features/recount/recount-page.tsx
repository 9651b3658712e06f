import { IconAlertTriangle, IconDownload, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicFrameView } from '#app/domain/records/public-view.ts'
import { PublicFrame } from '#app/features/public/public-frame.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { MalformedCard } from './malformed-card.tsx'
import { RecordDrop } from './record-drop.tsx'
import type { RecountOutcome } from './recount-outcome.ts'
import { RecountResult } from './recount-result.tsx'
import css from './recount.module.css'
import { useNamedBallot, useRecount, type Key } from './use-recount.ts'

type Props = Key & {
  frame: PublicFrameView | null
  ballotId: string | null
  /** What the server counted, for a browser without scripts. */
  counted: RecountOutcome | null
}

/** Anybody's own count of a published vote. */
export function RecountPage({ frame, publicKey, fingerprint, ballotId, counted }: Props) {
  const { t } = useTranslation('recount')
  const { outcome, working, countFile, countBallot } = useRecount(
    { publicKey, fingerprint },
    counted,
  )
  useNamedBallot(ballotId, counted !== null, countBallot)
  const result = useRef<HTMLElement>(null)
  useEffect(() => {
    // Brought to the reader, who is still at the form.
    if (outcome) result.current?.focus()
  }, [outcome])

  return (
    <PublicFrame frame={frame}>
      <main id="main" className="wrapc">
        <div className="doc2">
          <article className="sheet">
            <h1 className={css.title}>{t('title')}</h1>
            <p className={css.intro}>{t('lead')}</p>
            <RecordDrop
              ballotId={ballotId}
              working={working}
              onFile={countFile}
              onBallot={countBallot}
            />
            <section
              ref={result}
              tabIndex={-1}
              aria-live="polite"
              aria-busy={working}
              className={css.result}
            >
              {outcome && <Outcome outcome={outcome} />}
            </section>
          </article>
          <Aside fingerprint={fingerprint} />
        </div>
      </main>
    </PublicFrame>
  )
}

function Outcome({ outcome }: { outcome: RecountOutcome }) {
  const { t } = useTranslation('recount')
  switch (outcome.kind) {
    case 'counted':
      return <RecountResult recount={outcome.recount} signature={outcome.signature} />
    case 'malformed':
      return <MalformedCard path={outcome.path} problem={outcome.problem} />
    case 'too-large':
    case 'no-record':
    case 'no-file':
    case 'not-fetched':
      return (
        <div className={css.gap}>
          <Note tone="amber" icon={IconAlertTriangle}>
            {t(`failed.${outcome.kind}`)}
          </Note>
        </div>
      )
  }
}

function Aside({ fingerprint }: { fingerprint: string }) {
  const { t } = useTranslation('recount')
  return (
    <aside className="side">
      <section>
        <h2 className={css.asideTitle}>{t('aside.proofTitle')}</h2>
        <ol className="nl sm">
          <li>{t('aside.proof1')}</li>
          <li>{t('aside.proof2')}</li>
          <li>{t('aside.proof3')}</li>
        </ol>
      </section>
      <section>
        <h2 className={css.asideTitle}>{t('aside.notTitle')}</h2>
        <ul className={css.nots}>
          {([1, 2] as const).map((number) => (
            <li key={number}>
              <Icon of={IconX} />
              <span>{t(`aside.not${number}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section className="card pad">
        <h2 className={css.asideTitle}>{t('aside.keyTitle')}</h2>
        <p className="sm ink2">{t('aside.keyNote')}</p>
        <code className={css.print}>{fingerprint.match(/.{4}/g)?.join(' ')}</code>
        <a className="btn line block" href="/.well-known/council730-key.pem" download>
          <Icon of={IconDownload} />
          {t('aside.keyLink')}
        </a>
      </section>
      <section className="card pad">
        <h2 className={css.asideTitle}>{t('aside.cliTitle')}</h2>
        <p className="sm ink2">{t('aside.cliNote')}</p>
        <code className={css.print}>{COMMAND}</code>
      </section>
    </aside>
  )
}

const COMMAND = 'npm run --silent recount -- ballot.json --key council730-key.pem'
