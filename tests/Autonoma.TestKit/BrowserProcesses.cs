using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Autonoma.TestKit;

/// <summary>The processes of one browser, as it names them itself: whoever looks for them on the machine finds those of other tests too.</summary>
public static class BrowserProcesses
{
    /// <summary>The process ids of exactly this browser, the main one first.</summary>
    public static async Task<IReadOnlyList<int>> OfAsync(IBrowser browser)
    {
        ArgumentNullException.ThrowIfNull(browser);
        var session = await browser.NewBrowserCDPSessionAsync();
        var info = await session.SendAsync("SystemInfo.getProcessInfo");
        return [.. info!.Value.GetProperty("processInfo").EnumerateArray()
            .OrderByDescending(process => process.GetProperty("type").GetString() == "browser").Select(process => process.GetProperty("id").GetInt32())];
    }

    /// <summary>Ends a process as <c>kill -9</c> does.</summary>
    public static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }

    /// <summary>Whether it still runs. One whose parent has not yet asked how it ended (a zombie) holds nothing any more.</summary>
    public static bool IsAlive(int id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat").Split(") ")[^1].StartsWith('Z');
        }
        catch (IOException)
        {
            return false;
        }
    }
}
