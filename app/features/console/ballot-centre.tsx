import { IconArrowBackUp, IconEye, IconEyeOff, IconInbox, IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import { useMethodWords } from '#app/features/ballot/use-method-words.ts'
import { useLive, useServerNow } from '#app/features/live/live-context.tsx'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import type { Act } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { readRing } from '#app/ui/ring-reading.ts'
import { Ring } from '#app/ui/ring.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useRole } from './use-role.ts'
import css from './console.module.css'

/** A ballot while it is open: how many, of how many, for how long. Never what. */
export function BallotCentre({ ballot, act }: { ballot: BallotState; act: Act }) {
  const { t } = useTranslation('live')
  const { t: term } = useTranslation('terms')
  const { methodName } = useMethodWords(ballot.question)
  const { turnout, offline } = useLive()
  const { isChair } = useRole()
  const now = useServerNow()
  const [asked, setAsked] = useState<'close' | 'void' | null>(null)
  const cast = turnout?.ballotId === ballot.ballotId ? turnout.cast : 0
  const of = ballot.roll.length
  const left = ballot.dueAt - now
  const { part, text, over } = readRing(left, ballot.dueAt - ballot.openedAt)
  return (
    <section className={css.panel} style={{ padding: '26px 30px 24px' }}>
      <div className={`row top ${css.head ?? ''}`} style={{ gap: 30 }}>
        <div className="grow">
          <div className="row" style={{ gap: 10 }}>
            <Tag tone="tea" icon={IconInbox} large solid>
              {t('console.voting')}
            </Tag>
            <span className="ink2">
              <Icon of={ballot.secrecy === 'secret' ? IconEyeOff : IconEye} />{' '}
              {term(`secrecy.${ballot.secrecy}`)}
            </span>
          </div>
          <p
            className="song"
            style={{ fontSize: 26, fontWeight: 700, lineHeight: 1.5, margin: '12px 0 16px' }}
          >
            {ballot.title}
          </p>
          {ballot.question.method.kind !== 'yes-no' && (
            <p className="sm ink2">{methodName(ballot.question.method)}</p>
          )}
          {ballot.question.options.length > 0 && (
            <ol className={css.options}>
              {ballot.question.options.map(({ number, text }) => (
                <li key={number}>{text}</li>
              ))}
            </ol>
          )}
          <div className="row wrap" style={{ gap: 10, alignItems: 'baseline' }} role="status">
            <b style={{ fontSize: 54, lineHeight: 1 }} className="song">
              {cast}
            </b>
            <span style={{ fontSize: 18 }} className="ink2">
              {t('console.turnout', { of })}
            </span>
            <span className="end muted sm">{t('console.turnoutNote')}</span>
          </div>
          <div className="pg" style={{ height: 14, marginTop: 10 }}>
            <i style={{ width: `${of > 0 ? Math.floor((100 * cast) / of) : 0}%` }} />
          </div>
        </div>
        <div style={{ textAlign: 'center' }}>
          <Ring part={part} size={148} warn={left <= 60_000} stale={offline}>
            <b style={{ fontSize: 38 }}>{text}</b>
            <br />
            <span style={{ fontSize: 14, color: 'var(--ink-3)' }}>
              {t(over ? 'item.over' : 'console.suggested')}
            </span>
          </Ring>
          <p className="xs muted" style={{ marginTop: 8 }}>
            {t('console.onlyReminds')}
          </p>
        </div>
      </div>
      {isChair && (
        <div
          className="row wrap"
          style={{
            gap: 10,
            marginTop: 22,
            paddingTop: 20,
            borderTop: '1px dashed var(--line-2)',
          }}
        >
          <Button look="primary" size="large" icon={IconLock} onClick={() => setAsked('close')}>
            {t('console.closeBallot')}
          </Button>
          <span className="grow" />
          <Button
            look="stop"
            size="large"
            icon={IconArrowBackUp}
            onClick={() => setAsked('void')}
          >
            {t('console.voidBallot')}
          </Button>
        </div>
      )}
      <Dialog
        isOpen={asked === 'close'}
        onOpenChange={() => setAsked(null)}
        mustAnswer
        title={t('console.closeTitle')}
        closeLabel={t('console.close')}
        footer={
          <>
            <Button onClick={() => setAsked(null)}>{t('console.waitMore')}</Button>
            <Button
              look="primary"
              busy={act.busy === 'close-ballot'}
              onClick={() =>
                void act
                  .act({ type: 'close-ballot', ballotId: ballot.ballotId })
                  .then((done) => {
                    if (done) setAsked(null)
                  })
              }
            >
              {t('console.closeConfirm')}
            </Button>
          </>
        }
      >
        <p style={{ fontSize: 17 }}>
          {cast < of
            ? t('console.closeMissing', { count: of - cast, cast })
            : t('console.closeAll', { cast })}
        </p>
        <p className="muted" style={{ marginTop: 6 }}>
          {t('console.closeNote')}
        </p>
        <TroubleNote trouble={act.trouble} />
      </Dialog>
      <ReasonDialog
        isOpen={asked === 'void'}
        onClose={() => setAsked(null)}
        title={t('console.voidTitle')}
        label={t('console.reason')}
        hint={t('console.voidHint')}
        suggestions={[t('console.voidWords'), t('console.voidEarly')]}
        submitLabel={t('console.voidConfirm')}
        look="stop"
        trouble={act.trouble}
        busy={act.busy === 'void-ballot'}
        onSubmit={(reason) =>
          act.act({ type: 'void-ballot', ballotId: ballot.ballotId, reason })
        }
      />
    </section>
  )
}
