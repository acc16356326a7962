import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import '../../forms/theme/tokens.css';
import '../../forms/theme/controls.css';
import '../../forms/theme/fields.css';
import './frame.css';
import './citizen.css';
import './terminal.css';
import './print.css';

const place = document.getElementById('program');
if (place === null) throw new Error('Expected an element with the id "program", but there is none');

createRoot(place).render(
  <StrictMode>
    <App isTerminal={document.documentElement.dataset.surface === 'terminal'} />
  </StrictMode>,
);
