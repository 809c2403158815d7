using System.Linq;
using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Models;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Agency.Web.Areas.Admin.Controllers
{
    [Area("Admin")]
    public class SettingsController : Controller
    {
        private readonly AgencyContext _context;

        public SettingsController(AgencyContext context) => _context = context;

        public IActionResult Index() => View(_context.Settings.ToList());

        [HttpPost]
        public async Task<IActionResult> Save(string name, string value)
        {
            var setting = await _context.Settings.FindAsync(name);
            if (setting == null)
            {
                setting = new SettingValue { Name = name };
                _context.Entry(setting).State = EntityState.Added;
            }
            setting.Value = value;
            await _context.SaveChangesAsync();
            return RedirectToAction(nameof(Index));
        }
    }
}
