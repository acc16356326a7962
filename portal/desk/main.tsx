import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../../forms/theme/tokens.css';
import '../../forms/theme/controls.css';
import '../../forms/theme/fields.css';
import './styles/parts.css';
import './styles/shell.css';
import './styles/list.css';
import './styles/case.css';
import './styles/lodge.css';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('Expected an element #root, but the page has none');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
