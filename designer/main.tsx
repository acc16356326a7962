import { createRoot } from 'react-dom/client';
import '../forms/theme/tokens.css';
import './designer.css';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element #root, but the page has none');
createRoot(root).render(<App />);
