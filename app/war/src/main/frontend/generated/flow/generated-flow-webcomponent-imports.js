import { injectGlobalWebcomponentCss } from 'Frontend/generated/jar-resources/theme-util.js';

import '@vaadin/common-frontend/ConnectionIndicator.js';
import '@vaadin/polymer-legacy-adapter/style-modules.js';
import '@vaadin/vaadin-lumo-styles/sizing.js';
import '@vaadin/vaadin-lumo-styles/spacing.js';
import '@vaadin/vaadin-lumo-styles/style.js';
import '@vaadin/vaadin-lumo-styles/vaadin-iconset.js';
import 'Frontend/generated/jar-resources/ReactRouterOutletElement.tsx';

const loadOnDemand = (key) => {
  const pending = [];
  if (key === '97d05d1595b272c80fc7afb3eceee3cf39e195a8f53be3aaccefd654444c674a') {
    pending.push(import('./chunks/chunk-80bb0ddd95d434810efa50c58a0c5bb591a00538f964ada83a81fa2ad8aa1f93.js'));
  }
  if (key === '9bc5c5deac01c7093c863da3a00a49ff25abaa6acd1e99d65e559c3d70eaf5d5') {
    pending.push(import('./chunks/chunk-87b1d1b70a10d587e0c210617ed94620f56ffe0c08b3057a99a4ca01bc6a42a9.js'));
  }
  if (key === 'bdd739d8a9e0817750f43eafe6c2900a94962250b44a8de8e341bf0e1a0550ca') {
    pending.push(import('./chunks/chunk-45f809b4d2d8e4fc3b7a81531248b0f778b40d8b12a24c00b5a1f34f0b06d9b0.js'));
  }
  if (key === '8b1a6cb14d3e74f2b2a6667a19d2b897a58ab4df7529b99ba4498436b28dc961') {
    pending.push(import('./chunks/chunk-54edde13926b5be0df2f403581570e973f4e29b446e1f5a3268e227dc2960cff.js'));
  }
  if (key === '9ca717ed39d67274306e6f2aaebf6727f3947d9f5574db07b0bba6e7de4bf550') {
    pending.push(import('./chunks/chunk-d8041dfaf05cbe55b3c6a5fa8dfb96f03e10907af5bceaa92a46ada2222c800b.js'));
  }
  if (key === 'e759844f015bba4b8c6db658a2934ecc8bd37c7919ec8e2f3ddb2d65b2016317') {
    pending.push(import('./chunks/chunk-cea22bfbacc1ce666a788c385882cb40811eba1b9b0075407261f03bd9d94017.js'));
  }
  if (key === '06a3f4698ed2b5e21bdbf720412a75baf788374261a4cd806005ffa642c3658f') {
    pending.push(import('./chunks/chunk-d49ef7f6ec979d4146e1de7a4c9df8058a31e032a31548e2587a5fe3eca0c84b.js'));
  }
  if (key === 'bf5783b965d41f18c188e0610858b9dbdf793c75181fa2052b3f664c9d123d76') {
    pending.push(import('./chunks/chunk-52e8350d1cb9f407b5e4a2f985c28f9a251458f5cb9ed9b208ae386b2189820a.js'));
  }
  if (key === '342dbafb07fcf4f9db159540e1334eba4e5955c60bcc8ef6ac45e255f6679c28') {
    pending.push(import('./chunks/chunk-87b1d1b70a10d587e0c210617ed94620f56ffe0c08b3057a99a4ca01bc6a42a9.js'));
  }
  if (key === '4015ccba826db5ac3b8f3173279d0963e4972de435846f0af8fcc0242c414350') {
    pending.push(import('./chunks/chunk-e7edf8387239e62550b41276c70e757636601c1e4316e335787e1cd0614b0fff.js'));
  }
  return Promise.all(pending);
}

window.Vaadin = window.Vaadin || {};
window.Vaadin.Flow = window.Vaadin.Flow || {};
window.Vaadin.Flow.loadOnDemand = loadOnDemand;
window.Vaadin.Flow.resetFocus = () => {
 let ae=document.activeElement;
 while(ae&&ae.shadowRoot) ae = ae.shadowRoot.activeElement;
 return !ae || ae.blur() || ae.focus() || true;
}