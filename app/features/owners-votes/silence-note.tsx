import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SilentVotes } from '#app/domain/owners-vote/silent-votes.ts'
import { Note } from '#app/ui/note.tsx'

/** That silence goes with the majority in this vote, said before anybody can be silent. */
export function SilenceRule({ basis }: { basis: string }) {
  const { t } = useTranslation('owners-votes')
  return (
    <Note tone="amber" icon={IconInfoCircle}>
      {t('silence.rule', { basis })}
    </Note>
  )
}

/** How many were counted because they said nothing, as what, and how it comes out without them. */
export function SilenceNote({ silent }: { silent: SilentVotes }) {
  const { t } = useTranslation('owners-votes')
  const { t: term } = useTranslation('terms')
  const { choice, electors, heads, area, basis, without } = silent
  if (choice === null)
    return <p className="sm ink2 mt12">{t('silence.noMajority', { basis })}</p>
  if (electors === 0) return <p className="sm ink2 mt12">{t('silence.none', { basis })}</p>
  const outcome = !without.quorumMet ? 'noQuorum' : without.passed ? 'passed' : 'notPassed'
  return (
    <Note tone="amber" icon={IconInfoCircle} className="mt12">
      {t('silence.counted', {
        count: electors,
        ...{ heads, area, basis, choice: term(`choice.${choice}`) },
      })}{' '}
      <b className="b">
        {t('silence.without')} {t(`result.${outcome}`)}
      </b>
      <br />
      <span className="sm">{t('silence.contested')}</span>
    </Note>
  )
}
