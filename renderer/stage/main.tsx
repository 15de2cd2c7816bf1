import { connectStage } from '../connection/connect.ts'
import { mountStage } from './mount-stage.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
mountStage(root, await connectStage())
