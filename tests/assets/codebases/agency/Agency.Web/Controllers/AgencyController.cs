using System;
using System.Security.Claims;
using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Models;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Agency.Web.Controllers
{
    [Authorize]
    public abstract class AgencyController : Controller
    {
        protected readonly AgencyContext _context;

        protected AgencyController(AgencyContext context)
        {
            _context = context;
        }

        protected string UserId => User.FindFirstValue(ClaimTypes.NameIdentifier);

        protected async Task LogAsync(string text)
        {
            _context.ActivityLog.Add(new ActivityLogItem { ActorId = UserId, Text = text, At = DateTime.UtcNow });
            await _context.SaveChangesAsync();
        }
    }
}
