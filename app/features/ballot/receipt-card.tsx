import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { BallotState } from '#app/domain/meetings/meeting-state.ts'
import type { VoteReceipt } from '#app/domain/voting/vote-receipt.ts'
import { useFormat } from '#app/i18n/use-format.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Seal } from '#app/ui/seal.tsx'
import { StepHeading } from './step-heading.tsx'
import { useMarkWords } from './use-mark-words.ts'

type Props = { ballot: BallotState; receipt: VoteReceipt; lands?: boolean }

/** That a vote is recorded, when, and under which number. A secret one does not say what. */
export function ReceiptCard({ ballot, receipt, lands = false }: Props) {
  const { t } = useTranslation('live')
  const words = useMarkWords()
  const format = useFormat()
  const at = new Date(receipt.castAt)
  return (
    <>
      <section
        className="card"
        role="status"
        style={{ padding: '26px 20px 20px', textAlign: 'center', borderRadius: 'var(--r4)' }}
      >
        <Seal text={t('receipt.seal')} size="large" lands={lands} />
        <StepHeading
          follows={lands}
          className="song"
          style={{ fontSize: '1.75rem', marginTop: 16 }}
        >
          {t('receipt.title')}
        </StepHeading>
        <p className="ink2" style={{ marginTop: 4 }}>
          {t('receipt.note')}
        </p>
        <dl
          className="dl"
          style={{
            textAlign: 'left',
            marginTop: 18,
            paddingTop: 16,
            borderTop: '1px dashed var(--line-2)',
            gap: '8px 18px',
          }}
        >
          <dt>{t('receipt.matter')}</dt>
          <dd>{ballot.title}</dd>
          {receipt.choice !== null && (
            <>
              <dt>{t('receipt.choice')}</dt>
              <dd className="b">{words(ballot.question, receipt.choice)}</dd>
            </>
          )}
          <dt>{t('receipt.time')}</dt>
          <dd>
            {format.shortDay(at)} {format.time(at)}
          </dd>
          <dt>{t('receipt.number')}</dt>
          <dd
            style={{
              fontSize: '1.375rem',
              fontWeight: 700,
              letterSpacing: '.06em',
              lineHeight: 1.3,
            }}
          >
            {receipt.receipt}
          </dd>
        </dl>
      </section>
      <p className="row top sm ink2" style={{ gap: 8 }}>
        <span style={{ marginTop: 2 }}>
          <Icon of={ballot.secrecy === 'secret' ? IconEyeOff : IconEye} />
        </span>
        <span>{t(`receipt.${whatItProves(ballot)}`)}</span>
      </p>
    </>
  )
}

/** What its holder may expect of the code, now: of fewer than five secret papers no list is made. */
function whatItProves({ secrecy, voidReason, verdict }: BallotState) {
  if (voidReason !== null) return 'void'
  if (secrecy === 'open') return 'open'
  if (!verdict) return 'secret'
  return verdict.splitWithheld ? 'secretFew' : 'secretListed'
}
