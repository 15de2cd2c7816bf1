import {
  AuditOutlined,
  BankOutlined,
  BarChartOutlined,
  CalendarOutlined,
  ContainerOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  HomeOutlined,
  NumberOutlined,
  ProfileOutlined,
  QuestionCircleOutlined,
  SettingOutlined,
  StopOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { type ReactNode, useEffect } from 'react'
import { DrawsPage } from '../draws/draws-page.tsx'
import { HelpPage } from '../help/help-page.tsx'
import { HomePage } from '../home/home-page.tsx'
import { ItemsPage } from '../items/items-page.tsx'
import { PowersPage } from '../items/powers-page.tsx'
import { PapersPage } from '../papers/papers-page.tsx'
import { PlansPage } from '../plans/plans-page.tsx'
import { RecordsPage } from '../records/records-page.tsx'
import { RegisterPages } from '../registers/register-pages.tsx'
import { addressOf, useRoute } from '../route.ts'
import { SettingsPage } from '../settings/settings-page.tsx'
import { VisitsPage } from '../visits/visits-page.tsx'
import { YearPage } from '../year/year-page.tsx'
import { type PageGroup, type PagePath, pageGroups, pageOf, pages } from './navigation.ts'
import { onShortcut } from './shortcuts.ts'
import { TopBar } from './top-bar.tsx'

const icons: Readonly<Record<PagePath, ReactNode>> = {
  '/': <HomeOutlined aria-hidden />,
  '/objects': <BankOutlined aria-hidden />,
  '/inspectors': <TeamOutlined aria-hidden />,
  '/items': <AuditOutlined aria-hidden />,
  '/powers': <ProfileOutlined aria-hidden />,
  '/recusals': <StopOutlined aria-hidden />,
  '/plans': <CalendarOutlined aria-hidden />,
  '/visits': <ContainerOutlined aria-hidden />,
  '/year': <BarChartOutlined aria-hidden />,
  '/draws': <NumberOutlined aria-hidden />,
  '/papers': <FileTextOutlined aria-hidden />,
  '/records': <FileDoneOutlined aria-hidden />,
  '/settings': <SettingOutlined aria-hidden />,
  '/help': <QuestionCircleOutlined aria-hidden />,
}

/** Navigation, top bar, and the page that the address names. */
export function Frame() {
  const path = useRoute((route) => route.path)
  const { page, rest } = pageOf(path)
  useEffect(() => {
    window.addEventListener('keydown', onShortcut)
    return () => window.removeEventListener('keydown', onShortcut)
  }, [])
  useEffect(() => {
    document.title = `${pages.find((candidate) => candidate.path === page)?.title ?? ''} · 双随机操作台`
  }, [page])
  return (
    <div className="frame">
      <nav className="navigation" aria-label="页面">
        <div className="brand" aria-hidden="true">
          <span className="brand-seal">双</span>
          <span className="brand-name">双随机</span>
        </div>
        {pageGroups.map((group) => (
          <NavigationGroup key={group} group={group} page={page} />
        ))}
      </nav>
      <TopBar />
      <main className="content" key={page}>
        <PageOf page={page} rest={rest} />
      </main>
    </div>
  )
}

function NavigationGroup({ group, page }: { readonly group: PageGroup; readonly page: PagePath }) {
  const heading = `navigation-${pageGroups.indexOf(group)}`
  return (
    <div className="navigation-group">
      {group === '' ? null : <p id={heading}>{group}</p>}
      <ul aria-labelledby={group === '' ? undefined : heading}>
        {pages
          .filter((candidate) => candidate.group === group)
          .map(({ path: target, title, digit }) => (
            <li key={target}>
              <a
                href={addressOf(target)}
                aria-current={target === page ? 'page' : undefined}
                aria-keyshortcuts={digit === null ? undefined : `Control+${digit}`}
                title={digit === null ? undefined : `Ctrl+${digit}`}
              >
                {icons[target]}
                <span>{title}</span>
              </a>
            </li>
          ))}
      </ul>
    </div>
  )
}

function PageOf({ page, rest }: { readonly page: PagePath; readonly rest: string }) {
  switch (page) {
    case '/':
      return <HomePage />
    case '/objects':
      return <RegisterPages register="objects" path={rest} />
    case '/inspectors':
      return <RegisterPages register="inspectors" path={rest} />
    case '/items':
      return <ItemsPage path={rest} />
    case '/recusals':
      return <RegisterPages register="recusals" path={rest} />
    case '/powers':
      return <PowersPage path={rest} />
    case '/plans':
      return <PlansPage path={rest} />
    case '/visits':
      return <VisitsPage path={rest} />
    case '/year':
      return <YearPage />
    case '/draws':
      return <DrawsPage path={rest} />
    case '/papers':
      return <PapersPage path={rest} />
    case '/records':
      return <RecordsPage path={rest} />
    case '/settings':
      return <SettingsPage path={rest} />
    case '/help':
      return <HelpPage path={rest} />
  }
}
