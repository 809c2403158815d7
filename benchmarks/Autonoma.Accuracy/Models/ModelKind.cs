using System.Text.Json;
using Autonoma.AI.Evaluating;
using Autonoma.AI.Pictures;
using Autonoma.Engine.Web;
using Microsoft.Extensions.AI;
using Microsoft.Playwright;

namespace Autonoma.Accuracy.Models;

/// <summary>How a case came out.</summary>
public sealed record CaseVerdict(EvaluationMark Mark, string Got, bool FalseAccepted = false);

/// <summary>The pages of a corpus, a fresh one for each case.</summary>
public sealed record ModelStage(WebBrowser Browser, WebSessionOptions Session, Uri Site, TimeSpan Wait)
{
    /// <summary>Opens the page of an entry.</summary>
    public Task<PageStage> OpenAsync(JsonElement entry, bool setUp = true)
        => PageStage.OpenAsync(Browser, Session, new Uri(Site, entry.GetProperty("page").GetString()!), setUp ? SetupAction.Parse(entry) : []);
}

/// <summary>A kind of question that a model is asked about a screen.</summary>
public abstract class ModelKind
{
    /// <summary>Name in results.</summary>
    public abstract string Name { get; }

    /// <summary>File of the corpus with its cases.</summary>
    public abstract string File { get; }

    /// <summary>What is asked, and what is right, in one line.</summary>
    public abstract string Expected(JsonElement entry);

    /// <summary>Asks, and judges the answer by what is known of the page.</summary>
    public abstract Task<CaseVerdict> JudgeAsync(JsonElement entry, ModelStage stage, IChatClient model, CancellationToken cancellationToken);

    /// <summary>What a model is shown: PNG in CSS pixels, so that a point on it is one on the page.</summary>
    protected static async Task<Picture> PictureOfAsync(PageStage page, bool whole)
        => Picture.Of(await page.Driver.Page.ScreenshotAsync(new() { Type = ScreenshotType.Png, FullPage = whole, Scale = ScreenshotScale.Css }));
}
