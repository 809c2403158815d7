using System.Collections.Generic;
using System.ComponentModel.DataAnnotations;
using Agency.Web.Models;

namespace Agency.Web.ViewModels
{
    public class ClientFormModel
    {
        public int Id { get; set; }

        [Required]
        public string Name { get; set; }
        public string Industry { get; set; }
        public string ContactName { get; set; }
        public string ContactEmail { get; set; }
    }

    public class ContactFormModel
    {
        public string Name { get; set; }
        public string Email { get; set; }
    }

    public class ClientListModel
    {
        public List<Client> Clients { get; set; } = new List<Client>();
        public string Query { get; set; }
    }

    public static class ClientMapping
    {
        public static Client ToClient(this ClientFormModel form) => new Client { Name = form.Name, Industry = form.Industry, Status = ClientStatus.Prospect };
    }
}
