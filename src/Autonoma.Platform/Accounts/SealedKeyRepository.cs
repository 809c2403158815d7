using System.Xml.Linq;
using Autonoma.Platform.Data;
using Autonoma.Platform.Sealing;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Autonoma.Platform.Accounts;

/// <summary>Keeps the framework's own keys in the database, sealed: every server of one database opens what another has signed.</summary>
internal sealed class SealedKeyRepository(IServiceScopeFactory scopes, Sealer sealer) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var rows = scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Set<ProtectionKey>().AsNoTracking().ToList();
        return [.. rows.Select(row => XElement.Parse(sealer.Open(row.Sealed, SealedColumn.ProtectionKeys.Of(Guid.Empty, row.Id))))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>();
        var id = Guid.CreateVersion7();
        db.Add(new ProtectionKey { Id = id, Name = friendlyName, Sealed = sealer.Seal(element.ToString(SaveOptions.DisableFormatting), SealedColumn.ProtectionKeys.Of(Guid.Empty, id)) });
        db.SaveChanges();
    }
}
