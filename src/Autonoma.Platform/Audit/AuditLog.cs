using System.Text.Json;
using Autonoma.Platform.Access;
using Autonoma.Platform.Data;

namespace Autonoma.Platform.Audit;

/// <summary>Notes who did what. The note is saved with what was done, or neither is.</summary>
public sealed class AuditLog(PlatformDbContext db, Caller caller)
{
    private const int LongestSubject = 500;

    /// <param name="action">What: <c>application.create</c>.</param>
    /// <param name="subject">What it was done to, as it is called.</param>
    /// <param name="subjectId">Its id.</param>
    /// <param name="details">More; nothing secret.</param>
    public void Note(string action, string subject, Guid? subjectId = null, object? details = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        db.Add(new AuditEntry
        {
            UserId = caller.UserId,
            ApiKeyId = caller.ApiKeyId,
            Actor = caller.Name,
            Action = action,
            Subject = subject.Length > LongestSubject ? subject[..LongestSubject] : subject,
            SubjectId = subjectId,
            Details = details is null ? null : JsonSerializer.Serialize(details, JsonSerializerOptions.Web),
            Address = caller.Address,
        });
    }
}
