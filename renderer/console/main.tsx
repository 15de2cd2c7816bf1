import './without-eval.ts'
import '../theme/tokens.css'
import 'antd/dist/antd.css'
import './console.css'
import './parts/tables.css'
import { createRoot } from 'react-dom/client'
import { connectConsole } from '../connection/connect.ts'
import { createApi } from './api.ts'
import { ConsoleApp } from './console-app.tsx'
import { followConsole } from './live-state.ts'
import { StartFault } from './start-fault.tsx'

const place = document.getElementById('root')
if (place === null) throw new Error('the page has no #root')
const root = createRoot(place)

connectConsole().then(
  (connection) => {
    const api = createApi(connection)
    followConsole(api)
    root.render(<ConsoleApp api={api} />)
  },
  () => root.render(<StartFault />),
)
