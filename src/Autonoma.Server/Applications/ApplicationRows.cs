using Autonoma.Platform.Applications;
using Autonoma.Platform.Data;
using Autonoma.Platform.Refusals;
using Microsoft.EntityFrameworkCore;

namespace Autonoma.Server.Applications;

internal static class ApplicationRows
{
    /// <summary>The application of an address.</summary>
    /// <exception cref="RefusedException">There is none, or it is somebody else's.</exception>
    public static async Task<Application> ApplicationAsync(this PlatformDbContext db, Guid id, CancellationToken cancellationToken)
        => await db.Set<Application>().FirstOrDefaultAsync(application => application.Id == id, cancellationToken) ?? throw Refused.NotFound("application");
}
