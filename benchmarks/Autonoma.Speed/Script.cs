using Microsoft.Playwright;

namespace Autonoma.Speed;

/// <summary>What a hand-written script works with.</summary>
/// <param name="page">An empty page.</param>
/// <param name="shop">Address of the shop.</param>
/// <param name="folder">Where pictures go; null for none.</param>
public sealed class Script(IPage page, Uri shop, string? folder)
{
    public IPage Page { get; } = page;

    public Task GoToAsync(string path) => DoneAsync(Page.GotoAsync(new Uri(shop, path).ToString()));

    /// <summary>A step of the script: with artifacts it leaves a picture, as each step of a plain test does.</summary>
    public async Task DoneAsync(Task deed)
    {
        await deed;
        if (folder is null)
            return;
        try
        {
            await PictureAsync();
        }
        catch (PlaywrightException)
        {
            await PictureAsync(); // a busy browser may refuse one while it records
        }
    }

    private Task PictureAsync() => Page.ScreenshotAsync(new() { Path = Path.Combine(folder!, Guid.NewGuid().ToString("N") + ".jpeg"), Type = ScreenshotType.Jpeg, Quality = 70 });
}
