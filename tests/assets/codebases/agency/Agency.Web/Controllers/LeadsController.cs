using System;
using System.Threading.Tasks;
using Agency.Web.Data;
using Agency.Web.Models;
using Agency.Web.Services;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Agency.Web.Controllers
{
    [AllowAnonymous]
    public class LeadsController : Controller
    {
        private readonly LeadRepository _leads;
        private readonly ProposalService _proposals;

        public LeadsController(LeadRepository leads, ProposalService proposals)
        {
            _leads = leads;
            _proposals = proposals;
        }

        [HttpPost("contact-us")]
        public async Task<IActionResult> Capture(string company, string email, string message)
        {
            await _leads.InsertAsync(new Lead { Company = company, Email = email, Message = message, ReceivedAt = DateTime.UtcNow });
            return View("Thanks");
        }

        [HttpPost("proposals")]
        public async Task<IActionResult> Propose(int clientId, string title, decimal price) => Redirect("/p/" + await _proposals.DraftAsync(clientId, title, price));
    }
}
