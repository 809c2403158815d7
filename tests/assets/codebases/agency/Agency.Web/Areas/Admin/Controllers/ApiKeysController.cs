using System;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Models;
using Microsoft.AspNetCore.Mvc;

namespace Agency.Web.Areas.Admin.Controllers
{
    [Area("Admin")]
    public class ApiKeysController : Controller
    {
        private readonly AgencyContext _context;

        public ApiKeysController(AgencyContext context) => _context = context;

        [HttpPost]
        public async Task<IActionResult> Create(string employeeId)
        {
            var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
            using var sha = SHA256.Create();
            var key = new ApiKey
            {
                EmployeeId = employeeId,
                Prefix = secret.Substring(0, 6),
                Hash = Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(secret))),
            };
            _context.ApiKeys.Add(key);
            await _context.SaveChangesAsync();
            TempData["secret"] = secret;
            return RedirectToAction("Index");
        }
    }
}
