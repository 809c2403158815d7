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
        // A busy browser refuses one now and then while it records; a script would ask again.
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await PictureAsync();
                return;
            }
            catch (PlaywrightException) when (attempt < 5)
            {
                // Once more.
            }
        }
    }

    private Task PictureAsync() => Page.ScreenshotAsync(new() { Path = Path.Combine(folder!, Guid.NewGuid().ToString("N") + ".jpeg"), Type = ScreenshotType.Jpeg, Quality = 70 });
}
