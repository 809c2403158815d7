namespace Shop.Sessions;

/// <summary>Gives every browser its own data set, named by a cookie, and lets its requests in one after the other.</summary>
internal sealed class SessionMiddleware(RequestDelegate next)
{
    public const string CookieName = "shop_session";

    public async Task InvokeAsync(HttpContext context, SessionStore store)
    {
        var session = context.Request.Cookies.TryGetValue(CookieName, out var id) ? store.Find(id) : null;
        if (session is null)
        {
            session = store.Create();
            context.Response.Cookies.Append(CookieName, session.Id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        }
        context.Features.Set(session);
        await session.Gate.WaitAsync(context.RequestAborted);
        try
        {
            await next(context);
        }
        finally
        {
            session.Gate.Release();
        }
    }
}
