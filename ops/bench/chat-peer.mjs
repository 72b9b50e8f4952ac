// The peer of ./onair bench chat: npm ws, without a filter and without a disk. Arguments: port, window in milliseconds (0: each by itself).
import { WebSocketServer } from 'ws';

const [port, window] = process.argv.slice(2).map(Number);
const server = new WebSocketServer({ port, host: '127.0.0.1', perMessageDeflate: false });
let offset = 0, waiting = [];
const tell = lines => {
  const text = JSON.stringify(lines);
  for (const client of server.clients) if (client.readyState === 1) client.send(text);
};
server.on('connection', socket => {
  socket.on('message', data => {
    const said = JSON.parse(data);
    const line = { kind: 'line', id: said.id, offset: offset++, member: 'm-1', name: '손님 1', text: said.say, at: new Date().toISOString() };
    if (window) waiting.push(line); else tell([line]);
  });
});
if (window) setInterval(() => { if (waiting.length) { tell(waiting); waiting = []; } }, window);
server.on('listening', () => console.log('READY'));
