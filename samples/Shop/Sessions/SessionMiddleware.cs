using Shop.Tenants;

namespace Shop.Sessions;

/// <summary>Gives every browser its own data set, named by a cookie, and lets its requests in one after the other.</summary>
internal sealed class SessionMiddleware(RequestDelegate next)
{
    public const string CookieName = "shop_session";

    public async Task InvokeAsync(HttpContext context, SessionStore store)
    {
        // Whoever prepares tests is no visitor.
        if (context.Request.Path == TestEnvironments.Path)
        {
            await next(context);
            return;
        }
        var session = context.Request.Cookies.TryGetValue(CookieName, out var id) ? await store.FindAsync(id) : null;
        if (session is null)
        {
            session = store.Create();
            context.Response.Cookies.Append(CookieName, session.Id, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });
        }
        context.Features.Set(session);
        await session.Gate.WaitAsync(context.RequestAborted);
        try
        {
            if (session.Save is { } save && !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
            {
                // Stored before the first byte of the answer: nobody is told of what then failed to be written.
                var saved = false;
                async Task SaveOnceAsync()
                {
                    if (saved) return;
                    saved = true;
                    await save(context.RequestAborted);
                }
                context.Response.OnStarting(SaveOnceAsync);
                await next(context);
                await SaveOnceAsync();
            }
            else
            {
                await next(context);
            }
        }
        finally
        {
            session.Gate.Release();
        }
    }
}
