using Autonoma.Engine.Recording.Format;
using Autonoma.Engine.Running;
using Autonoma.Engine.Suites;
using Autonoma.TestKit;

namespace Autonoma.Engine.Web.Tests.Recording;

/// <summary>Values of variables and secrets are in no recording, wherever the page shows them.</summary>
public sealed class ValueTests(BrowserFixture fixture) : RecordingTest(fixture)
{
    private const string Html = """
        <!doctype html><main><h1>Sign in</h1>
        <form onsubmit="return false"><label>E-mail <input id="mail" type="email"></label> <label>Password <input id="word" type="password"></label>
        <button type="button" onclick="go()">Sign in</button></form>
        <section id="home"></section></main>
        <script>
          function go() {
            home.innerHTML = '<h2>Welcome back, ' + mail.value + '</h2><p>Your ticket is ' + (mail.value.length * 7919) + '-XK</p>'
              + '<table><tr><td>' + mail.value + '</td><td><button onclick="this.after(\'signed out\')">Sign out</button></td></tr></table><a href="/u/' + encodeURIComponent(mail.value) + '">Profile of ' + mail.value + '</a><p>echo: ' + word.value + '</p>';
          }
        </script>
        """;

    [Fact]
    public async Task Values_OfVariablesAndSecrets_AreReplacedByTheirNamesOrLeftOut()
    {
        var test = Test("Type {{who}} into E-mail", "Type {{pin}} into Password", "Click \"Sign in\"", "Verify that \"Welcome back\" is displayed", "Click \"Sign out\" in the row of {{who}}", "Verify that \"signed out\" is displayed");
        RunOptions With(RunOptions options, string who, string pin) => Patient(options) with { Variables = new Dictionary<string, string> { ["who"] = who, ["pin"] = pin }, Secrets = ["pin"] };

        var recording = await RecordAsync(Html, test, options => With(options, "mira@shop.test", "Tr0ub4dor&3"));
        var other = await ReplayAsync(recording, Html, test, options => With(options, "tom.smith@acme.test", "an other one"));

        var text = RecordingFile.Write(recording);
        text.ShouldNotContain("mira@shop.test");
        text.ShouldNotContain("mira%40shop.test");
        text.ShouldNotContain("Tr0ub4dor");
        text.ShouldContain("{{who}}");
        text.ShouldContain("{{pin}}");
        other.Success.ShouldBeTrue(other.Reasoning);
    }

    [Fact]
    public async Task Password_WrittenInTheTest_IsReadFromTheSentence()
    {
        var test = Test("Type \"mira@shop.test\" into E-mail", "Type \"Tr0ub4dor&3\" into Password", "Click \"Sign in\"", "Verify that \"Welcome back\" is displayed");

        var recording = await RecordAsync(Html, test);
        var run = await ReplayAsync(recording, Html, test, Patient);

        var text = RecordingFile.Write(recording);
        text.ShouldNotContain("Tr0ub4dor");
        text.ShouldContain("\"masked\": true");
        run.Success.ShouldBeTrue(run.Reasoning);
    }

    [Fact]
    public async Task Value_ThatBecomesKnownLater_IsInNoTextFromBefore()
    {
        const string Catalogue = """
            <!doctype html><main><h1>Catalogue</h1><ul><li><span>Blue teapot</span> <button onclick="pick(this)">Choose</button></li></ul><label>Chosen <input id="chosen"></label></main>
            <script>function pick(b) { chosen.value = b.previousElementSibling.textContent; }</script>
            """;
        var test = Test("Click \"Choose\"", "Read the value of the field \"Chosen\" and save it as {{picked}}", "Verify that {{picked}} is displayed");

        var recording = await RecordAsync(Catalogue, test);

        RecordingFile.Write(recording).ShouldNotContain("Blue teapot");
    }

    [Fact]
    public async Task Text_ThatLooksLikeATemplate_IsNotTakenForOne()
    {
        const string Html = "<!doctype html><main><h1>{{title}}</h1><button onclick=\"this.after('done')\">Go {{now}}</button></main>";
        var test = Test("Click \"Go\"", "Verify that \"done\" is displayed");

        var recording = await RecordAsync(Html, test);
        var run = await ReplayAsync(recording, Html, test, Patient);

        RecordingFile.Write(recording).ShouldNotContain("{{title}}");
        run.Success.ShouldBeTrue(run.Reasoning);
    }
}
