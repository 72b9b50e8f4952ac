/* A line chart as the look has it: lines told apart by colour, dash and mark, named at their ends; drawn anew with the theme. */
(() => {
  const DASHES = ['solid', [6, 4], [2, 3], [8, 3, 2, 3]], MARKS = ['circle', 'rect', 'triangle', 'diamond'];
  const number = v => Number(v).toLocaleString('en-US');
  const token = name => getComputedStyle(document.documentElement).getPropertyValue('--on-' + name).trim();

  class OnairChart extends HTMLElement {
    static observedAttributes = ['data'];

    connectedCallback() {
      this.setAttribute('role', 'img');
      this.chart = echarts.init(this, null, { renderer: 'svg', locale: document.documentElement.lang === 'en' ? 'EN' : 'KO' });
      this.sizes = new ResizeObserver(() => this.chart && this.chart.resize());
      this.sizes.observe(this);
      this.themes = new MutationObserver(() => this.draw());
      this.themes.observe(document.documentElement, { attributes: true, attributeFilter: ['theme'] });
      this.draw();
    }

    disconnectedCallback() {
      this.sizes.disconnect();
      this.themes.disconnect();
      this.chart.dispose();
      this.chart = null;
    }

    attributeChangedCallback() { this.draw(); }

    draw() {
      if (!this.chart || !this.getAttribute('data')) return;
      const { at, unit, lines } = JSON.parse(this.getAttribute('data'));
      const text = { color: token('text-2'), fontSize: 11, fontFamily: token('font') };
      this.chart.setOption({
        animation: false,
        textStyle: { fontFamily: token('font') },
        grid: { left: 44, right: 96, top: 12, bottom: 24 },
        tooltip: { trigger: 'axis', valueFormatter: v => v === null || v === undefined ? '–' : number(v) + unit, backgroundColor: token('surface'), borderColor: token('line'), textStyle: { color: token('text'), fontSize: 12 } },
        xAxis: { type: 'category', data: at, boundaryGap: false, axisLabel: text, axisTick: { show: false }, axisLine: { lineStyle: { color: token('line-control') } } },
        yAxis: { type: 'value', min: v => Math.min(0, v.min), max: unit === '%' ? 100 : null, axisLabel: { ...text, formatter: v => number(v) + unit }, splitLine: { lineStyle: { color: token('line') } } },
        series: lines.map((line, i) => ({
          type: 'line', name: line.name, data: line.values, connectNulls: false, symbol: MARKS[i % 4], symbolSize: 5, showSymbol: at.length < 40,
          color: token('s' + (i % 4 + 1)), lineStyle: { width: 2, type: DASHES[i % 4] }, endLabel: { show: true, formatter: '{a}', color: token('text'), fontSize: 12 }, labelLayout: { moveOverlap: 'shiftY' },
        })),
      }, true);
    }
  }
  customElements.define('onair-chart', OnairChart);
})();
