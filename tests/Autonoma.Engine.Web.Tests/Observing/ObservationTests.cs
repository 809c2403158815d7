using System.Diagnostics;
using Autonoma.Engine.Driving;
using Autonoma.Engine.Observing;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Observing;

public sealed class ObservationTests(BrowserFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Observe_SimpleForm_HasNamesRolesAndText()
    {
        await using var driver = await fixture.OpenAsync("""
            <h1>Sign in</h1>
            <label for="m">E-mail</label><input id="m" type="email" placeholder="you@example.org" required>
            <label>Password <input type="password" value="secret"></label>
            <label><input type="checkbox" checked> Stay signed in</label>
            <select aria-label="Country"><option>France</option><option selected>Spain</option></select>
            <button disabled>Sign <b>i</b>n</button><p hidden>Never seen</p>
            """);
        var seen = await driver.Screen.ObserveAsync(ObserveOptions.Default, Token);
        var mail = seen.Tree.Nodes.Single(node => node.ElementId == "m");
        mail.Name.ShouldBe("E-mail");
        mail.Role.ShouldBe("textbox");
        mail.IsRequired.ShouldBeTrue();
        mail.IsInteractive.ShouldBeTrue();
        var password = seen.Tree.Nodes.Single(node => node.IsPassword);
        password.Value.ShouldBe("••••••");
        password.Name.ShouldBe("Password");
        seen.Tree.Nodes.Single(node => node.Role == "checkbox").Checked.ShouldBe(TriState.On);
        var country = seen.Tree.Nodes.Single(node => node.Role == "combobox");
        country.Value.ShouldBe("Spain");
        country.Name.ShouldBe("Country");
        country.Options.Select(option => option.Label).ShouldBe(["France", "Spain"]);
        var button = seen.Tree.Nodes.Single(node => node.Role == "button");
        button.Name.ShouldBe("Sign in");
        button.InnerText.ShouldBe("Sign in");
        button.IsDisabled.ShouldBeTrue();
        seen.Tree.Root.InnerText.ShouldNotContain("Never seen");
        seen.Title.ShouldBe("Test");
    }

    [Theory]
    [InlineData(300)]
    [InlineData(3000)]
    [InlineData(10000)]
    [InlineData(20000)]
    public async Task Observe_BigPage_TakesTimeInProportion(int elements)
    {
        await using var driver = await fixture.OpenAsync(BigPage(elements));
        var times = new List<double>();
        Observation seen = null!;
        for (var i = 0; i < 12; i++)
        {
            var started = Stopwatch.GetTimestamp();
            seen = await driver.Screen.ObserveAsync(ObserveOptions.Default, Token);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        TestContext.Current.SendDiagnosticMessage($"observe {elements} elements: median {times.Order().ElementAt(6):0.0} ms, first {times[0]:0.0} ms");
        seen.Tree.Nodes.Count.ShouldBeGreaterThanOrEqualTo(elements);
    }

    internal static string BigPage(int elements)
    {
        var rows = string.Concat(Enumerable.Range(1, elements / 10).Select(i =>
            $"<tr class='row r{i % 2}'><td>{i}</td><td><a href='#{i}'>Order {i}</a></td><td><span class='badge'>Paid</span></td><td>EUR {i}.00</td><td><button class='b'>Edit</button> <input aria-label='Note {i}'></td></tr>"));
        return $"<style>.badge{{background:#cfc;border:1px solid #393;padding:2px 6px}}.r0{{background:#f4f4f4}}.b{{cursor:pointer}}</style><table><tbody>{rows}</tbody></table>";
    }

    [Fact]
    public async Task Document_WithoutAnElementYet_IsLookedAtAgain()
    {
        await using var driver = await fixture.OpenAsync("<p>Here</p>");
        await driver.Page.EvaluateAsync("() => { const root = document.documentElement; root.remove(); setTimeout(() => document.append(root), 200); }");
        (await driver.Screen.ObserveAsync(ObserveOptions.Default, TestContext.Current.CancellationToken)).Tree.Root.InnerText.ShouldContain("Here");
    }
}
