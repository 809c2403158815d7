using Autonoma.Engine.Driving;
using Autonoma.TestKit;
namespace Autonoma.Engine.Web.Tests.Observing;
public sealed class ProfileTests(BrowserFixture fixture)
{
    [Fact]
    public async Task Profile()
    {
        await using var driver = await fixture.OpenAsync(ObservationTests.BigPage(300));
        await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++)
        {
            var text = await driver.Page.EvaluateAsync<string>("""
                () => { const out = []; for (let i=0;i<8;i++){ const t=performance.now(); const s=__autonoma.observe(1,false); out.push((performance.now()-t).toFixed(2)+' '+s.length); } return out.join('; '); }
                """);
            TestContext.Current.SendDiagnosticMessage(text);
        }
        var micro = await driver.Page.EvaluateAsync<string>("""
            () => { const els=[...document.querySelectorAll('*')]; const out=[els.length]; const time=(n,f)=>{ for(let k=0;k<3;k++) for(const e of els) f(e); const t=performance.now(); for(let k=0;k<20;k++) for (const e of els) f(e); out.push(n+' '+((performance.now()-t)/20/els.length*1000).toFixed(2)+'us'); };
              time('gcs',e=>getComputedStyle(e));
              const css=new Map(els.map(e=>[e,getComputedStyle(e)]));
              time('map',e=>css.get(e));
              for (const p of ['display','visibility','position','opacity','zIndex','overflowX','overflowY','cursor','pointerEvents','backgroundColor','backgroundImage','textDecorationLine','borderWidth','borderTopWidth','outlineStyle','color','fontWeight','fontSize','fontStyle','contentVisibility','direction','textTransform','clipPath']) time(p,e=>css.get(e)[p]);
              time('gpv display',e=>css.get(e).getPropertyValue('display'));
              time('gbcr',e=>e.getBoundingClientRect());
              time('attrnames',e=>e.getAttributeNames());
              time('getattr',e=>e.getAttribute('role'));
              time('clientTop',e=>e.clientTop);
              time('offsetWidth',e=>e.offsetWidth);
              time('matches',e=>e.matches(':disabled'));
              time('qsa*',e=>e.getElementsByTagName('*').length);
              time('efp',e=>{const r=e.getBoundingClientRect(); document.elementFromPoint(r.left+2,r.top+2)});
              const range=document.createRange(); time('range',e=>{ if(e.firstChild&&e.firstChild.nodeType===3){range.selectNodeContents(e.firstChild); range.getBoundingClientRect();}});
              time('weakmap',e=>__autonoma.idOf(e));
              time('checkVisibility',e=>e.checkVisibility({visibilityProperty:true}));
              time('shadowRoot',e=>e.shadowRoot); time('childNodes',e=>{for(const c of e.childNodes) c.nodeType;}); time('sib',e=>{for(let c=e.firstChild;c;c=c.nextSibling) c.nodeType;}); time('children',e=>e.childElementCount);
              return out.join('\n'); }
            """);
        TestContext.Current.SendDiagnosticMessage(micro);
        var sw = System.Diagnostics.Stopwatch.StartNew();
        for (var i = 0; i < 10; i++) await driver.Page.EvaluateAsync<string>("'x'");
        TestContext.Current.SendDiagnosticMessage($"evaluate {sw.Elapsed.TotalMilliseconds / 10:0.00} ms");
        sw.Restart();
        for (var i = 0; i < 10; i++) await driver.Page.EvaluateAsync<string>("'x'.repeat(60000)");
        TestContext.Current.SendDiagnosticMessage($"evaluate 60k {sw.Elapsed.TotalMilliseconds / 10:0.00} ms");
        var cdp = await driver.Page.Context.NewCDPSessionAsync(driver.Page);
        sw.Restart();
        for (var i = 0; i < 10; i++) await cdp.SendAsync("Runtime.evaluate", new() { ["expression"] = "'x'.repeat(60000)", ["returnByValue"] = true });
        TestContext.Current.SendDiagnosticMessage($"cdp 60k {sw.Elapsed.TotalMilliseconds / 10:0.00} ms");
        await cdp.SendAsync("Profiler.enable");
        await cdp.SendAsync("Profiler.setSamplingInterval", new() { ["interval"] = 100 });
        await cdp.SendAsync("Profiler.start");
        await driver.Page.EvaluateAsync<string>("() => { for (let i=0;i<60;i++) __autonoma.observe(1,false); return ''; }");
        var result = await cdp.SendAsync("Profiler.stop");
        var profile = result!.Value.GetProperty("profile");
        var names = new Dictionary<long, string>();
        foreach (var n in profile.GetProperty("nodes").EnumerateArray())
            names[n.GetProperty("id").GetInt64()] = n.GetProperty("callFrame").GetProperty("functionName").GetString() + ":" + n.GetProperty("callFrame").GetProperty("lineNumber").GetInt32();
        var lines = new Dictionary<string, int>();
        foreach (var n in profile.GetProperty("nodes").EnumerateArray())
            if (n.TryGetProperty("positionTicks", out var ticks))
                foreach (var t in ticks.EnumerateArray())
                {
                    var k = names[n.GetProperty("id").GetInt64()].Split(':')[0] + " @" + t.GetProperty("line").GetInt32();
                    lines[k] = lines.GetValueOrDefault(k) + t.GetProperty("ticks").GetInt32();
                }
        var total = lines.Values.Sum();
        var script = Autonoma.Engine.Web.Tests.Observing.ProfileScript.Text.Split('\n');
        foreach (var (k, v) in lines.OrderByDescending(p => p.Value).Take(40))
        {
            var line = int.Parse(k[(k.LastIndexOf('@') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            TestContext.Current.SendDiagnosticMessage($"{100.0 * v / total:0.0}% {k} {(line <= script.Length && line > 0 ? script[line - 1].Trim() : "")}");
        }
    }
}
internal static class ProfileScript { public static string Text => Autonoma.Engine.Web.Observing.ObserverScript.Text; }
